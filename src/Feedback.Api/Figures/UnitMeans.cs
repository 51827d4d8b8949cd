using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>The means of one audience by unit and wave as they are served, each of at least k people, and the counts they were made from.</summary>
internal sealed class UnitMeans
{
    private readonly AudienceSide _side;
    private readonly Cube _cube;
    private readonly Dictionary<(string Unit, int Wave), (Moments Moments, CubeRow Row, CountedGroup Group)> _cells = [];

    /// <summary>What each unit is made of in the last wave: in a wave in which it was made of other units it is left out.</summary>
    private readonly Dictionary<string, string?> _last = new(StringComparer.Ordinal);

    private UnitMeans(AudienceSide side, Terms terms, Cube cube) => (_side, Terms, _cube) = (side, terms, cube);

    /// <summary>How the audience's figures are asked for, with the k of its surveys.</summary>
    public Terms Terms { get; }

    public IEnumerable<(string Unit, int Wave)> Cells => _cells.Keys;

    /// <summary>Each answer counts for one unit: that of the axis.</summary>
    public static async Task<UnitMeans> Read(ReadScope scope, IndicatorRequest request, AudienceSide side, Interval wave, Axis units)
    {
        var means = new UnitMeans(side, side.TermsOf(scope.MinimumGroup), await side.Read(scope, request, wave, units));
        foreach (var cell in means._cube.Rows.OrderBy(r => r.From).SelectMany(r => r.Cells).Where(c => c.Name is not null)) means._last[cell.Name!] = cell.Under;
        foreach (var row in means._cube.Rows)
        {
            var place = TimeSpans.PlaceOf(TimeSpans.BucketOf(row.From!.Value, wave), wave);
            foreach (var cell in row.Cells.Where(c => c.Name is not null)) means.Add((cell.Name!, place), cell, row);
        }
        return means;
    }

    /// <summary>Null below k, and of employees where the mean is not told.</summary>
    public Moments? Of(string unit, int wave) => _cells.TryGetValue((unit, wave), out var cell) ? cell.Moments : null;

    /// <summary>ICC(2) of the unit means, each over the waves that are compared; null where it has no value.</summary>
    public double? Reliability(IEnumerable<(string Unit, int Wave)> compared) => IntraclassCorrelation.Of(
        [.. compared.GroupBy(c => c.Unit, StringComparer.Ordinal).Select(unit => Together([.. unit.Select(c => _cells[c])]))])?.Mean;

    private void Add((string Unit, int Wave) place, CubeCell cell, CubeRow row)
    {
        if (_last.GetValueOrDefault(place.Unit, cell.Under) != cell.Under) return;
        var scores = _side.Measure.Scores(_cube.CountsOf(cell.Group), _cube.TermsOf(Terms, row, cell.Group));
        if (Anonymity.Served(scores, Terms) is { } served) _cells.Add(place, (served, row, cell.Group));
    }

    /// <summary>A unit over several waves; with the spread of everybody where one of them is small.</summary>
    private Moments Together(IReadOnlyList<(Moments Moments, CubeRow Row, CountedGroup Group)> waves)
    {
        var terms = Terms with { Whole = _cube.WholeOf(waves[0].Row), Guarded = waves.Any(w => Terms.IsSmall(w.Moments.N) || _cube.IsGuarded(w.Group, Terms.MinimumGroup)) };
        return _side.Measure.Scores(_cube.CountsOf(CountedGroup.Sum([.. waves.Select(w => w.Group)])), terms);
    }
}
