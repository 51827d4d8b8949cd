using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// How many employees were invited and how many of them answered, from releases alone. A cell is shown where both numbers were
/// released; of several periods or surveys where each of them released both and at least k did not answer in each, for what a
/// bound hides the others would tell. A channel or a unit is heard where its own cell was released.
/// </summary>
internal sealed class ReleasedListening
{
    private const string Channel = "channel";

    private readonly IndicatorRequest _request;
    private readonly Axis _units;
    private readonly int _minimumGroup;
    private readonly List<Part> _parts = [];

    private ReleasedListening(ReadScope scope, IndicatorRequest request) =>
        (_request, _units, _minimumGroup) = (request, Axis.Units(scope.Units, request.Level), request.MinimumGroup(scope.MinimumGroup));

    /// <summary>A released period of one survey.</summary>
    private sealed record Part(SurveyPeriod Period, FrozenPeriod Frozen, FrozenBase Answered, FrozenBase Invited);

    /// <summary>One row for every row that the lists make.</summary>
    public static async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request, Listening listening)
    {
        var concerns = await ReleasedConcerns.Read(scope, request);
        // To unprompted feedback nobody can be invited: with it there would be no rate at all.
        if (request.Surveys.Any(s => !s.IsBuiltIn)) request = request with { Surveys = [.. request.Surveys.Where(s => !s.IsBuiltIn)] };
        var released = new ReleasedListening(scope, request);
        foreach (var period in request.Surveys.SelectMany(s => s.Released).Where(p => ReleasedCube.Lies(p, request.Range)))
        {
            if (await scope.Frozen.Base(scope.Session, period, ReleaseBase.Responses) is { } answered && await scope.Frozen.Base(scope.Session, period, ReleaseBase.Invited) is { } invited)
                released._parts.Add(new Part(period, await scope.Frozen.Period(scope.Session, period), answered, invited));
        }
        var cube = await Cube.Read(scope, CubeQuery.Of(request, []));
        return [.. cube.Rows.Select(row => released.DraftOf(row, cube.Responses(row.Total), listening, concerns))];
    }

    private Draft DraftOf(CubeRow row, long answered, Listening listening, ReleasedConcerns concerns)
    {
        var parts = _parts.Where(p => ReleasedCube.Lies(p.Period, new DayRange(row.From, row.To))).ToList();
        var (unit, values) = Predicates(row);
        var invited = InvitedTo(parts, unit, values);
        var terms = new Terms(Audience.Employee, _minimumGroup) { Guarded = parts.Count > 1 && invited.Any(n => n < 3 * _minimumGroup) };
        var counts = new ListeningCounts(invited.Sum(), answered,
            unit is null && values.Count == 0 ? Channels(parts) : [], values.Count == 0 ? Units(parts, unit) : [], new Dictionary<int, long>())
        { Flags = concerns.Of(row, terms) };
        return new Draft(row.From, row.To, row.By, null, listening.Of(counts, terms), terms) { Under = row.Under };
    }

    /// <summary>How many were invited in each part; nothing where one of them does not tell.</summary>
    private List<long> InvitedTo(List<Part> parts, string? unit, List<(string Dimension, string? Value)> values)
    {
        var all = new List<long>();
        foreach (var part in parts)
        {
            if (part.Invited.Find(unit, values) is not { } invited || part.Answered.Find(unit, values) is not { } answered) return [];
            if (parts.Count > 1 && invited.People - answered.People < _minimumGroup) return [];
            all.Add(invited.People);
        }
        return all;
    }

    private Dictionary<string, long> Channels(List<Part> parts) => parts.SelectMany(p => p.Frozen.Listed(Channel)).OfType<string>().Distinct(StringComparer.Ordinal)
        .ToDictionary(channel => channel, channel => Heard(parts, null, [(Channel, channel)]), StringComparer.Ordinal);

    /// <summary>Headcount and answers of the units that are compared, those inside the unit asked for.</summary>
    private List<(long Headcount, long Answers)> Units(List<Part> parts, string? within)
    {
        if (parts.MaxBy(p => p.Period.FirstDay)?.Frozen.Tree is not { } tree) return [];
        var inside = within is null ? null : tree.WithDescendants(within);
        return [.. from unit in _units.NodesOf(tree)
                   where inside?.Contains(unit) != false
                   let heads = tree.Headcount(unit)
                   where heads is not null
                   select (heads.Value, parts.Select(p => p.Frozen.Tree.LeavesUnder(unit)).Distinct().Count() == 1 ? Heard(parts, unit, []) : 0)];
    }

    /// <summary>How many answered; nobody where a part did not release the cell.</summary>
    private static long Heard(List<Part> parts, string? unit, (string Dimension, string? Value)[] values)
    {
        List<FrozenCell?> cells = [.. parts.Select(p => p.Answered.Find(unit, values))];
        return cells.Contains(null) ? 0 : cells.Sum(c => c!.People);
    }

    /// <summary>What a row is about: filters, and its own values.</summary>
    private (string? Unit, List<(string Dimension, string? Value)> Values) Predicates(CubeRow row)
    {
        var all = _request.Where.Select(w => (w.Dimension, Value: (string?)w.Value)).ToList();
        foreach (var (dimension, value) in _request.CohortDimensions.Zip(row.By))
        {
            if (dimension == ResponseRules.Unit) all.RemoveAll(p => p.Dimension == dimension);
            if (!all.Any(p => p.Dimension == dimension)) all.Add((dimension, value));
        }
        return (all.FirstOrDefault(p => p.Dimension == ResponseRules.Unit).Value, [.. all.Where(p => p.Dimension != ResponseRules.Unit)]);
    }
}
