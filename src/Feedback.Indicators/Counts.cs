namespace Feedback.Indicators;

/// <summary>
/// Everything counted for one row of a result: one group in one period. Counts are whole numbers, so any partition of the
/// answers adds to the same thing in any order.
/// </summary>
/// <param name="Items">Rating items.</param>
/// <param name="Scales">Scales, <c>journey</c> and <c>experience</c> among them.</param>
/// <param name="Choices">Choice questions.</param>
public sealed record Counts(IReadOnlyList<ItemCounts> Items, IReadOnlyList<ScaleCounts> Scales, IReadOnlyList<ChoiceCounts> Choices)
{
    /// <summary>Nobody answered anything.</summary>
    public static Counts Empty { get; } = new([], [], []);

    /// <summary>Both together.</summary>
    public Counts Add(Counts other) => Sum([this, other]);

    /// <summary>All parts together, equal rows added and put in one order; counts of 0 disappear, options stay.</summary>
    public static Counts Sum(IEnumerable<Counts> parts)
    {
        var all = parts as IReadOnlyList<Counts> ?? [.. parts];
        return new(
            [.. all.SelectMany(part => part.Items)
                .GroupBy(item => (item.Item, item.Measure, item.Touchpoint, item.Low, item.High, item.Reversed))
                .OrderBy(same => same.Key.Item, StringComparer.Ordinal)
                .ThenBy(same => same.Key.Measure, StringComparer.Ordinal)
                .ThenBy(same => same.Key.Touchpoint, StringComparer.Ordinal)
                .ThenBy(same => (same.Key.Low, same.Key.High, same.Key.Reversed))
                .Select(same => same.First() with { Values = Values(same.SelectMany(item => item.Values)) })],
            [.. all.SelectMany(part => part.Scales)
                .GroupBy(scale => scale.Scale)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new ScaleCounts(same.Key, Shapes(same.SelectMany(scale => scale.Shapes))))],
            [.. all.SelectMany(part => part.Choices)
                .GroupBy(choice => (choice.Item, choice.Multiple))
                .OrderBy(same => same.Key.Item, StringComparer.Ordinal)
                .ThenBy(same => same.Key.Multiple)
                .Select(Choice)]);
    }

    private static ValueCount[] Values(IEnumerable<ValueCount> values) =>
        [.. values.GroupBy(value => (value.Value, value.Complete))
            .OrderBy(same => same.Key)
            .Select(same => new ValueCount(
                same.Key.Value, same.Key.Complete, same.Sum(v => v.N), same.Sum(v => v.Weight), same.Sum(v => v.SquaredWeight)))
            .Where(value => value.N != 0)];

    private static ScaleShape[] Shapes(IEnumerable<ScaleShape> shapes) =>
        [.. shapes.GroupBy(shape => (shape.Items, shape.Low, shape.High))
            .OrderBy(same => same.Key)
            .Select(same => new ScaleShape(same.Key.Items, same.Key.Low, same.Key.High, Rows(same.SelectMany(shape => shape.Rows))))];

    private static ScaleRow[] Rows(IEnumerable<ScaleRow> rows) =>
        [.. rows.GroupBy(row => (row.Answered, row.Total))
            .OrderBy(same => same.Key)
            .Select(same => new ScaleRow(
                same.Key.Answered, same.Key.Total, same.Sum(r => r.N), same.Sum(r => r.Weight), same.Sum(r => r.SquaredWeight)))
            .Where(row => row.N != 0)];

    private static ChoiceCounts Choice(IGrouping<(string Item, bool Multiple), ChoiceCounts> same) =>
        new(same.Key.Item, same.Key.Multiple, same.Sum(c => c.Answered), same.Sum(c => c.Weight), same.Sum(c => c.SquaredWeight),
            [.. same.SelectMany(choice => choice.Options)
                .GroupBy(option => option.Option)
                .OrderBy(option => option.Key, StringComparer.Ordinal)
                .Select(option => new OptionCount(
                    option.Key, option.Sum(o => o.N), option.Sum(o => o.Weight), option.Sum(o => o.SquaredWeight)))]);
}
