using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>What was counted in one period, for the whole and for every unit with all below it, of all that is asked together.</summary>
internal sealed class UnitCounts
{
    private readonly Cube _cube;
    private readonly Dictionary<string, CountedGroup> _byUnit;

    private UnitCounts(Cube cube, UnitTree tree)
    {
        (_cube, Whole) = (cube, cube.Rows.Single());
        _byUnit = Whole.Cells.Where(c => c.Name is not null)
            .SelectMany(c => tree.Upward(c.Name!).Select(holder => (holder.Code, c.Group)))
            .GroupBy(c => c.Code, c => c.Group, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => CountedGroup.Sum([.. g]), StringComparer.Ordinal);
    }

    /// <summary>The period, and everything that was counted in it.</summary>
    public CubeRow Whole { get; }

    /// <param name="scope">The snapshot.</param>
    /// <param name="surveys">Whose answers.</param>
    /// <param name="variables">What is counted.</param>
    /// <param name="period">Closed at both ends.</param>
    public static async Task<UnitCounts> Read(ReadScope scope, IReadOnlyList<Survey> surveys, IReadOnlyList<Variable> variables, DayRange period) =>
        new(await Cube.Read(scope, new CubeQuery { Surveys = surveys, Variables = variables, Range = period, Cells = [Axis.Units(scope.Units, null)] }), scope.Units);

    /// <summary>Whether anything was counted for the unit; null for the whole.</summary>
    public bool Has(string? unit) => unit is null || _byUnit.ContainsKey(unit);

    /// <summary>The counts of some variables for the unit with all below it; for the whole where it is null.</summary>
    public Counts Of(string? unit, IReadOnlyList<Variable> variables) => _cube.CountsOf(unit is null ? Whole.Total : _byUnit.GetValueOrDefault(unit), variables);
}
