using Feedback.Api.Ingest;

namespace Feedback.Api.Figures;

/// <summary>The channels and units in which a row's people could have answered, and how many did.</summary>
internal sealed class ListeningPlaces(ReadScope scope, IndicatorRequest request)
{
    private const string Channel = "channel";

    private readonly HashSet<string> _channels = ChannelsOf(scope, request).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _headcounts = UnitsOf(scope, request).ToDictionary(u => u.Unit, u => u.Headcount, StringComparer.Ordinal);

    /// <summary>Answers per channel, 0 included; of a row or a filter by channel that one alone.</summary>
    public Dictionary<string, long> Channels(Cube cube, CubeRow row)
    {
        var answers = Answers(cube, row, cell => cell.Values[0]);
        if (Own(row, Channel) is not var (_, own)) return _channels.ToDictionary(c => c, c => answers.GetValueOrDefault(c));
        return own is not null && _channels.Contains(own) ? new() { [own] = answers.GetValueOrDefault(own) } : [];
    }

    /// <summary>Headcount and answers of each unit; of a row by unit that one alone.</summary>
    public List<(long Headcount, long Answers)> Units(Cube cube, CubeRow row)
    {
        var answers = Answers(cube, row, cell => cell.Values[1] is { } unit && request.Level is { } level ? scope.Units.AncestorAt(unit, level) : cell.Values[1]);
        if (Own(row, ResponseRules.Unit) is not var (_, own)) return [.. _headcounts.Select(u => (u.Value, answers.GetValueOrDefault(u.Key)))];
        return own is not null && _headcounts.TryGetValue(own, out var heads) ? [(heads, answers.GetValueOrDefault(own))] : [];
    }

    private static Dictionary<string, long> Answers(Cube cube, CubeRow row, Func<CubeCell, string?> place)
    {
        var answers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cell in row.Cells)
        {
            if (place(cell) is { } name) answers[name] = answers.GetValueOrDefault(name) + cube.Responses(cell.Group);
        }
        return answers;
    }

    /// <summary>The row's value of a dimension, where the breakdown has it.</summary>
    private (string Dimension, string? Value)? Own(CubeRow row, string dimension) =>
        request.CohortDimensions.Zip(row.By).Where(d => d.First == dimension).Select(d => ((string, string?)?)(d.First, d.Second)).FirstOrDefault();

    private static IEnumerable<string> ChannelsOf(ReadScope scope, IndicatorRequest request)
    {
        var listed = request.Surveys.SelectMany(s => s.Versions).SelectMany(v => v.DimensionValues.GetValueOrDefault(Channel) ?? []);
        var seen = request.Surveys.SelectMany(s => scope.Cohorts.Of(s.Id)).Where(c => !c.IsTest || request.IncludesTest).Select(c => c.Values.GetValueOrDefault(Channel)).OfType<string>();
        var wanted = request.Where.Where(w => w.Dimension == Channel).Select(w => w.Value).SingleOrDefault();
        return listed.Concat(seen).Distinct(StringComparer.Ordinal).Where(c => wanted is null || c == wanted);
    }

    private static IEnumerable<(string Unit, long Headcount)> UnitsOf(ReadScope scope, IndicatorRequest request)
    {
        var within = request.Where.Where(w => w.Dimension == ResponseRules.Unit).Select(w => scope.Units.WithDescendants(w.Value)).SingleOrDefault();
        return from unit in scope.Units.All
               where !unit.IsRetired && within?.Contains(unit.Code) != false && (request.Level is null || scope.Units.LevelOf(unit.Code) == request.Level)
               let heads = request.Level is null ? unit.Headcount : scope.Units.Headcount(unit.Code)
               where heads is not null
               select (unit.Code, heads.Value);
    }
}
