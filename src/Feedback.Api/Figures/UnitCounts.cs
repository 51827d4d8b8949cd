using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;

namespace Feedback.Api.Figures;

/// <summary>What was counted in one period, for the whole and for every unit with all below it, of all that is asked together. Of employees what was released.</summary>
internal sealed class UnitCounts
{
    private readonly CubeRow _whole;
    private readonly Dictionary<string, CubeRow> _byUnit;

    private UnitCounts(Cube cube, CubeRow whole, IEnumerable<(string Unit, CubeRow Row)> units) =>
        (Cube, _whole, _byUnit) = (cube, whole, units.ToDictionary(u => u.Unit, u => u.Row, StringComparer.Ordinal));

    /// <summary>Where the rows are from.</summary>
    public Cube Cube { get; }

    /// <param name="scope">The snapshot.</param>
    /// <param name="surveys">Whose answers.</param>
    /// <param name="variables">What is counted.</param>
    /// <param name="period">Closed at both ends.</param>
    public static async Task<UnitCounts> Read(ReadScope scope, IReadOnlyList<Survey> surveys, IReadOnlyList<Variable> variables, DayRange period)
    {
        var query = new CubeQuery { Surveys = surveys, Variables = variables, Range = period, Cells = [Axis.Units(scope.Units, null)] };
        var cube = await Cube.Read(scope, query);
        var whole = cube.Rows.Single();
        if (whole.Whole is null) return new(cube, whole, Upward(whole, scope.Units));
        var units = await Cube.Read(scope, query with { Rows = [new Axis(ResponseRules.Unit)], Cells = [] });
        return new(units, whole, units.Rows.Where(r => !r.Total.IsEmpty).Select(r => (r.By[0]!, r)));
    }

    /// <summary>Whether anything was counted for the unit; null for the whole.</summary>
    public bool Has(string? unit) => unit is null || _byUnit.ContainsKey(unit);

    /// <summary>The unit with all below it; the whole where it is null.</summary>
    public CubeRow Row(string? unit) => unit is null ? _whole : _byUnit[unit];

    private static IEnumerable<(string Unit, CubeRow Row)> Upward(CubeRow whole, UnitTree tree) => whole.Cells.Where(c => c.Name is not null)
        .SelectMany(c => tree.Upward(c.Name!).Select(holder => (holder.Code, c.Group)))
        .GroupBy(c => c.Code, c => c.Group, StringComparer.Ordinal)
        .Select(g => (g.Key, new CubeRow(whole.From, whole.To, [], []) { Total = CountedGroup.Sum([.. g]) }));
}
