namespace Feedback.Api.OData;

/// <summary>How rows are ordered by columns: null before every value (OData 4.0, protocol, 11.2.5.2), texts by their UTF-16 units.</summary>
internal static class RowOrder
{
    /// <summary>Rows by the columns of an order; what is equal there by the key.</summary>
    public static IComparer<TRow> Of<TRow>(FeedSet<TRow> set, IReadOnlyList<FeedOrder> order)
    {
        Comparison<TRow>[] parts = [.. order.Select(o => Directed(Compare(set.Columns[o.Column]), o.IsDescending)), Compare(set.Columns[0])];
        return Comparer<TRow>.Create((a, b) =>
        {
            foreach (var part in parts)
            {
                if (part(a, b) is var sign and not 0) return sign;
            }
            return 0;
        });
    }

    /// <summary>Whether a row comes after a mark in such an order.</summary>
    public static Func<TRow, bool> IsAfter<TRow>(FeedSet<TRow> set, IReadOnlyList<FeedOrder> order, FeedMark mark)
    {
        Func<TRow, int>[] parts = [.. order.Select((o, i) => Directed(Against(set.Columns[o.Column], mark.Values[i]), o.IsDescending)), Against(set.Columns[0], mark.Position)];
        return row =>
        {
            foreach (var part in parts)
            {
                if (part(row) is var sign and not 0) return sign > 0;
            }
            return false;
        };
    }

    /// <summary>A row's value of a column, boxed, for a mark.</summary>
    public static object? ValueOf<TRow>(FeedColumn<TRow> column, TRow row) => column.Type switch
    {
        FeedType.Text => column.AsText(row),
        FeedType.Number => column.AsNumber(row),
        FeedType.Whole => column.AsWhole(row),
        FeedType.Day => column.AsDay(row),
        FeedType.Instant => column.AsInstant(row),
        _ => column.AsFlag(row),
    };

    /// <summary>Where a row's value lies to a value: negative below it.</summary>
    public static Func<TRow, int> Against<TRow>(FeedColumn<TRow> column, object? value)
    {
        switch (column.Type)
        {
            case FeedType.Text: { var (of, text) = (column.AsText, (string?)value); return row => string.CompareOrdinal(of(row), text); }
            case FeedType.Number: return Against(column.AsNumber, value is long whole ? whole : (double?)value);
            case FeedType.Whole when value is double number: { var of = column.AsWhole; return row => Nullable.Compare<double>(of(row), number); }
            case FeedType.Whole: return Against(column.AsWhole, (long?)value);
            case FeedType.Day: return Against(column.AsDay, (DateOnly?)value);
            case FeedType.Instant: return Against(column.AsInstant, (DateTimeOffset?)value);
            default: return Against(column.AsFlag, (bool?)value);
        }
    }

    /// <summary>Where one value of a row lies to another of it.</summary>
    public static Func<TRow, int> Between<TRow>(FeedColumn<TRow> left, FeedColumn<TRow> right)
    {
        switch (left.Type, right.Type)
        {
            case (FeedType.Text, _): { var (a, b) = (left.AsText, right.AsText); return row => string.CompareOrdinal(a(row), b(row)); }
            case (FeedType.Number, FeedType.Whole): { var (a, b) = (left.AsNumber, right.AsWhole); return row => Nullable.Compare<double>(a(row), b(row)); }
            case (FeedType.Whole, FeedType.Number): { var (a, b) = (left.AsWhole, right.AsNumber); return row => Nullable.Compare<double>(a(row), b(row)); }
            case (FeedType.Number, _): { var (a, b) = (left.AsNumber, right.AsNumber); return row => Nullable.Compare(a(row), b(row)); }
            case (FeedType.Whole, _): { var (a, b) = (left.AsWhole, right.AsWhole); return row => Nullable.Compare(a(row), b(row)); }
            case (FeedType.Day, _): { var (a, b) = (left.AsDay, right.AsDay); return row => Nullable.Compare(a(row), b(row)); }
            case (FeedType.Instant, _): { var (a, b) = (left.AsInstant, right.AsInstant); return row => Nullable.Compare(a(row), b(row)); }
            default: { var (a, b) = (left.AsFlag, right.AsFlag); return row => Nullable.Compare(a(row), b(row)); }
        }
    }

    private static Func<TRow, int> Against<TRow, T>(Func<TRow, T?> of, T? value) where T : struct => row => Nullable.Compare(of(row), value);

    private static Comparison<TRow> Compare<TRow>(FeedColumn<TRow> column)
    {
        switch (column.Type)
        {
            case FeedType.Text: { var of = column.AsText; return (a, b) => string.CompareOrdinal(of(a), of(b)); }
            case FeedType.Number: return Compare(column.AsNumber);
            case FeedType.Whole: return Compare(column.AsWhole);
            case FeedType.Day: return Compare(column.AsDay);
            case FeedType.Instant: return Compare(column.AsInstant);
            default: return Compare(column.AsFlag);
        }
    }

    private static Comparison<TRow> Compare<TRow, T>(Func<TRow, T?> of) where T : struct => (a, b) => Nullable.Compare(of(a), of(b));

    private static Comparison<TRow> Directed<TRow>(Comparison<TRow> order, bool isDescending) => isDescending ? (a, b) => order(b, a) : order;

    private static Func<TRow, int> Directed<TRow>(Func<TRow, int> order, bool isDescending) => isDescending ? row => -order(row) : order;
}
