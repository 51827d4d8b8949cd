using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// The means of one audience by unit and wave, each of at least k people; of employees as they are served. A unit is compared with
/// itself only while it is made of the same units.
/// </summary>
internal sealed class UnitMeans
{
    private readonly AudienceSide _side;
    private readonly Cube _cube;
    private readonly Dictionary<(string Unit, int Wave), Moments> _cells = [];

    private UnitMeans(AudienceSide side, Terms terms, Cube cube) => (_side, Terms, _cube) = (side, terms, cube);

    /// <summary>How the audience's figures are asked for, with the k of its surveys.</summary>
    public Terms Terms { get; }

    public IEnumerable<(string Unit, int Wave)> Cells => _cells.Keys;

    /// <summary>Each answer counts for one unit: that of the axis.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="side">Of which audience.</param>
    /// <param name="wave">How long a wave is.</param>
    /// <param name="units">What is compared.</param>
    /// <param name="tree">Under which tree the other side counts its units: of employees a wave in which a unit was made of others is left out. Null: that of the unit's last wave.</param>
    public static async Task<UnitMeans> Read(ReadScope scope, IndicatorRequest request, AudienceSide side, Interval wave, Axis units, UnitTree? tree = null)
    {
        var means = new UnitMeans(side, side.TermsOf(scope.MinimumGroup), await side.Read(scope, request, wave, units));
        var madeOf = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var cell in means._cube.Rows.OrderBy(r => r.From).SelectMany(r => r.Cells).Where(c => c.Name is not null)) madeOf[cell.Name!] = tree?.LeavesUnder(cell.Name!) ?? cell.Under;
        foreach (var row in means._cube.Rows)
        {
            var place = TimeSpans.PlaceOf(TimeSpans.BucketOf(row.From!.Value, wave), wave);
            foreach (var cell in row.Cells.Where(c => c.Name is not null && (c.Under is null || c.Under == madeOf[c.Name]))) means.Add((cell.Name!, place), cell, row);
        }
        return means;
    }

    /// <summary>Null below k.</summary>
    public Moments? Of(string unit, int wave) => _cells.TryGetValue((unit, wave), out var moments) ? moments : null;

    /// <summary>ICC(2) of the unit means, each over the waves that are compared; null where it has no value.</summary>
    public double? Reliability(IEnumerable<(string Unit, int Wave)> compared) => IntraclassCorrelation.Of(
        [.. compared.GroupBy(c => c.Unit, StringComparer.Ordinal).Select(unit => Moments.Pool([.. unit.Select(c => _cells[c])]))])?.Mean;

    private void Add((string Unit, int Wave) place, CubeCell cell, CubeRow row)
    {
        var terms = _cube.TermsOf(Terms, row, cell.Group);
        if (Anonymity.Served(_side.Measure.Scores(_cube.CountsOf(cell.Group), terms), terms) is { } served) _cells.Add(place, served);
    }
}
