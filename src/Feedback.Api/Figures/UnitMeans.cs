using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>The means of one audience by unit and wave, each of at least k people, and the counts they were made from.</summary>
internal sealed class UnitMeans
{
    private readonly AudienceSide _side;
    private readonly Cube _cube;
    private readonly Dictionary<(string Unit, int Wave), (Moments Moments, CountedGroup Group)> _cells = [];

    private UnitMeans(AudienceSide side, Terms terms, Cube cube) => (_side, Terms, _cube) = (side, terms, cube);

    /// <summary>How the audience's figures are asked for, with the k of its surveys.</summary>
    public Terms Terms { get; }

    public IEnumerable<(string Unit, int Wave)> Cells => _cells.Keys;

    /// <summary>Each answer counts for one unit: that of the axis.</summary>
    public static Task<UnitMeans> Read(ReadScope scope, IndicatorRequest request, AudienceSide side, Interval wave, Axis units) =>
        Read(scope, request, side, wave, units, row => row.Cells.Where(c => c.Name is not null).Select(c => (c.Name!, (IReadOnlyCollection<CountedGroup>)[c.Group])));

    /// <summary>Each answer counts for every one of the units that is its own or lies above.</summary>
    public static Task<UnitMeans> ReadUnder(ReadScope scope, IndicatorRequest request, AudienceSide side, Interval wave, IReadOnlyList<string> units)
    {
        var holding = units.Select(u => (Unit: u, Below: scope.Units.WithDescendants(u))).ToList();
        return Read(scope, request, side, wave, new Axis(ResponseRules.Unit), row => holding.Select(h =>
            (h.Unit, (IReadOnlyCollection<CountedGroup>)[.. row.Cells.Where(c => c.Name is { } unit && h.Below.Contains(unit)).Select(c => c.Group)])));
    }

    /// <summary>Null below k.</summary>
    public Moments? Of(string unit, int wave) => _cells.TryGetValue((unit, wave), out var cell) ? cell.Moments : null;

    /// <summary>ICC(2) of the unit means, each over the waves that are compared; null where it has no value.</summary>
    public double? Reliability(IEnumerable<(string Unit, int Wave)> compared) => IntraclassCorrelation.Of(
        [.. compared.GroupBy(c => c.Unit, StringComparer.Ordinal).Select(unit => ScoresOf(CountedGroup.Sum([.. unit.Select(c => _cells[c].Group)])))])?.Mean;

    private static async Task<UnitMeans> Read(ReadScope scope, IndicatorRequest request, AudienceSide side, Interval wave, Axis units,
        Func<CubeRow, IEnumerable<(string Unit, IReadOnlyCollection<CountedGroup> Groups)>> cells)
    {
        var means = new UnitMeans(side, side.TermsOf(scope.MinimumGroup), await side.Read(scope, request, wave, units));
        foreach (var row in means._cube.Rows)
        {
            var place = TimeSpans.PlaceOf(TimeSpans.BucketOf(row.From!.Value, wave), wave);
            foreach (var (unit, groups) in cells(row).Where(c => c.Groups.Count > 0)) means.Add((unit, place), CountedGroup.Sum(groups));
        }
        return means;
    }

    private void Add((string Unit, int Wave) cell, CountedGroup group)
    {
        if (ScoresOf(group) is var scores && scores.N >= Terms.MinimumGroup) _cells.Add(cell, (scores, group));
    }

    private Moments ScoresOf(CountedGroup group) => _side.Measure.Scores(_cube.CountsOf(group), Terms);
}
