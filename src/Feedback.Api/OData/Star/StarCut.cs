using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Ingest;

namespace Feedback.Api.OData.Star;

/// <summary>Cells that are read at once: the whole, or units none of which holds another, by one dimension or none.</summary>
/// <param name="Units">Counts each unit with everything below it; null for the whole.</param>
/// <param name="Dimension">Null for all values together.</param>
internal sealed record StarCut(Axis? Units, string? Dimension)
{
    /// <summary>The breakdown, as requests name it.</summary>
    public IReadOnlyList<string> By { get; } = [.. Units is null ? (string[])[] : [ResponseRules.Unit], .. Dimension is null ? (string[])[] : [Dimension]];

    /// <summary>The breakdown, as counts are cut.</summary>
    public IReadOnlyList<Axis> Axes => [.. Units is null ? (Axis[])[] : [Units], .. Dimension is null ? (Axis[])[] : [new Axis(Dimension)]];

    /// <summary>All cells of a block: units level by level; of releases, which hold the nodes of their trees, all units at once.</summary>
    public static IEnumerable<StarCut> Of(StarBlock block, UnitTree tree)
    {
        var isReleased = block.Survey.Audience == Feedback.Indicators.Audience.Employee;
        foreach (var dimension in block.Dimensions)
        {
            if (block.Units.Contains(null)) yield return new(null, dimension);
            foreach (var level in block.NamedUnits.GroupBy(unit => isReleased ? 0 : tree.LevelOf(unit)))
                yield return new(Axis.UnitsAt(tree, level.Key, level.ToHashSet(StringComparer.Ordinal)), dimension);
        }
    }

    /// <summary>The unit and the value of a row; null for the rest that is no cell: other units, and responses without the dimension.</summary>
    public (string? Unit, string? Value)? PlaceOf(CubeRow row)
    {
        var (unit, value) = (Units is null ? null : row.By[0], Dimension is null ? null : row.By[^1]);
        return (Units is not null && unit is null) || (Dimension is not null && value is null) ? null : (unit, value);
    }
}
