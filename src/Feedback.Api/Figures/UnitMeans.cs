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
    public static async Task<UnitMeans> Read(ReadScope scope, IndicatorRequest request, AudienceSide side, Interval wave, Axis units)
    {
        var means = new UnitMeans(side, side.TermsOf(scope.MinimumGroup), await side.Read(scope, request, wave, units));
        foreach (var row in means._cube.Rows)
        {
            var place = TimeSpans.PlaceOf(TimeSpans.BucketOf(row.From!.Value, wave), wave);
            foreach (var cell in row.Cells.Where(c => c.Name is not null)) means.Add((cell.Name!, place), cell.Group);
        }
        return means;
    }

    /// <summary>Null below k.</summary>
    public Moments? Of(string unit, int wave) => _cells.TryGetValue((unit, wave), out var cell) ? cell.Moments : null;

    /// <summary>ICC(2) of the unit means, each over the waves that are compared; null where it has no value.</summary>
    public double? Reliability(IEnumerable<(string Unit, int Wave)> compared) => IntraclassCorrelation.Of(
        [.. compared.GroupBy(c => c.Unit, StringComparer.Ordinal).Select(unit => ScoresOf(CountedGroup.Sum([.. unit.Select(c => _cells[c].Group)])))])?.Mean;

    private void Add((string Unit, int Wave) cell, CountedGroup group)
    {
        if (ScoresOf(group) is var scores && scores.N >= Terms.MinimumGroup) _cells.Add(cell, (scores, group));
    }

    private Moments ScoresOf(CountedGroup group) => _side.Measure.Scores(_cube.CountsOf(group), Terms);
}
