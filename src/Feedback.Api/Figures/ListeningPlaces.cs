using Feedback.Api.Ingest;

namespace Feedback.Api.Figures;

/// <summary>The channels and units in which a row's people could have answered, and how many did.</summary>
internal sealed class ListeningPlaces(ReadScope scope, IndicatorRequest request)
{
    private const string Channel = "channel";

    private readonly List<string> _channels = [.. ChannelsOf(scope, request)];
    private readonly List<(string Unit, long Headcount)> _units = [.. UnitsOf(scope, request)];

    /// <summary>Answers per channel, 0 included; of a row or a filter by channel that one alone.</summary>
    public Dictionary<string, long> Channels(Cube cube, CubeRow row)
    {
        var own = Own(row, Channel);
        return _channels.Where(c => own is null || own.Value.Value == c)
            .ToDictionary(c => c, c => row.Cells.Where(cell => cell.Values[0] == c).Sum(cell => cube.Responses(cell.Group)));
    }

    /// <summary>Headcount and answers of each unit; of a row by unit that one alone.</summary>
    public List<(long Headcount, long Answers)> Units(Cube cube, CubeRow row)
    {
        var own = Own(row, ResponseRules.Unit);
        var answers = row.Cells.Where(c => c.Values[1] is not null).ToLookup(c => request.Level is { } level ? scope.Units.AncestorAt(c.Values[1]!, level) : c.Values[1], c => cube.Responses(c.Group));
        return [.. _units.Where(u => own is null || own.Value.Value == u.Unit).Select(u => (u.Headcount, answers[u.Unit].Sum()))];
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
