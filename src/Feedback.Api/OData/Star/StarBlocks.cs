namespace Feedback.Api.OData.Star;

/// <summary>Cuts a stretch of the star into blocks that take little memory: units with few rows together, of one with many a dimension and some periods at a time.</summary>
internal static class StarBlocks
{
    /// <summary>Rows of a block, about, or what is read for them.</summary>
    private const int Rows = 2_000;

    /// <param name="whole">The stretch.</param>
    /// <param name="values">How many values each dimension has; 1 for none.</param>
    /// <param name="rowsOfCell">How many rows a cell of a unit has, or what is read for them counts as.</param>
    public static IEnumerable<StarBlock> Of(StarBlock whole, IReadOnlyDictionary<string, int> values, Func<string?, int> rowsOfCell)
    {
        var (together, rows) = (new List<string?>(), 0L);
        foreach (var unit in whole.Units)
        {
            var own = (long)whole.Periods.Count * values.Values.Sum() * rowsOfCell(unit);
            if (together.Count > 0 && rows + own > Rows)
            {
                yield return whole with { Units = together };
                (together, rows) = ([], 0);
            }
            if (own <= Rows)
            {
                together.Add(unit);
                rows += own;
                continue;
            }
            foreach (var part in OfUnit(whole, unit, values, rowsOfCell(unit))) yield return part;
        }
        if (together.Count > 0) yield return whole with { Units = together };
    }

    private static IEnumerable<StarBlock> OfUnit(StarBlock whole, string? unit, IReadOnlyDictionary<string, int> values, int rowsOfCell)
    {
        foreach (var dimension in whole.Dimensions)
        {
            var order = unit == whole.After?.Unit ? string.CompareOrdinal(dimension, whole.After?.Dimension) : 1;
            if (order < 0) continue;
            var left = whole.After is { } after && order == 0 ? whole.Periods.Where(p => p.Period.From >= after.From) : whole.Periods;
            foreach (var some in left.Chunk(Math.Max(1, Rows / (values[dimension ?? ""] * rowsOfCell)))) yield return whole.Of(some) with { Units = [unit], Dimensions = [dimension] };
        }
    }
}
