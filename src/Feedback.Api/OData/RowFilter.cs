namespace Feedback.Api.OData;

/// <summary>Makes of a filter what is asked of every row, without a box and without a lookup.</summary>
internal static class RowFilter
{
    /// <summary>Whether a row matches.</summary>
    public static Func<TRow, bool> Of<TRow>(FeedSet<TRow> set, FeedFilter filter) => filter.Root is { } root ? Of(set, root) : _ => true;

    private static Func<TRow, bool> Of<TRow>(FeedSet<TRow> set, FilterNode node)
    {
        switch (node)
        {
            case FilterNode.And and:
                {
                    var (left, right) = (Of(set, and.Left), Of(set, and.Right));
                    return row => left(row) && right(row);
                }
            case FilterNode.Or or:
                {
                    var (left, right) = (Of(set, or.Left), Of(set, or.Right));
                    return row => left(row) || right(row);
                }
            case FilterNode.Always always: return _ => always.Holds;
            case FilterNode.WithValue comparison: return Against(Column(set, comparison.Column), comparison.Operator, comparison.Value);
            case FilterNode.WithColumn comparison: return Between(Column(set, comparison.Left), comparison.Operator, Column(set, comparison.Right));
            default: throw new ArgumentException("There is no such condition.", nameof(node));
        }
    }

    private static FeedColumn<TRow> Column<TRow>(FeedSet<TRow> set, string name) => set.Columns.First(c => c.Name == name);

    private static Func<TRow, bool> Against<TRow>(FeedColumn<TRow> column, FilterOperator comparison, object? value)
    {
        var isNull = IsNull(column);
        if (value is null) return row => FilterValues.HoldsOfNull(isNull(row), comparison);
        var order = RowOrder.Against(column, value);
        var holdsOfNull = FilterValues.HoldsOfNull(false, comparison);
        return row => isNull(row) ? holdsOfNull : FilterValues.Holds(order(row), comparison);
    }

    private static Func<TRow, bool> Between<TRow>(FeedColumn<TRow> left, FilterOperator comparison, FeedColumn<TRow> right)
    {
        var (isLeftNull, isRightNull, order) = (IsNull(left), IsNull(right), RowOrder.Between(left, right));
        return row => (isLeftNull(row), isRightNull(row)) switch
        {
            (false, false) => FilterValues.Holds(order(row), comparison),
            var (one, other) => FilterValues.HoldsOfNull(one && other, comparison),
        };
    }

    private static Func<TRow, bool> IsNull<TRow>(FeedColumn<TRow> column)
    {
        switch (column.Type)
        {
            case FeedType.Text: { var value = column.AsText; return row => value(row) is null; }
            case FeedType.Number: { var value = column.AsNumber; return row => value(row) is null; }
            case FeedType.Whole: { var value = column.AsWhole; return row => value(row) is null; }
            case FeedType.Day: { var value = column.AsDay; return row => value(row) is null; }
            case FeedType.Instant: { var value = column.AsInstant; return row => value(row) is null; }
            default: { var value = column.AsFlag; return row => value(row) is null; }
        }
    }
}
