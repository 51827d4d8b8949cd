namespace Feedback.Api.OData.Sets;

/// <summary>A set small enough to be held while it is read, in the order of its keys.</summary>
public abstract class ListedSet<TRow> : FeedSet<TRow>
{
    public sealed override string PositionOf(TRow row) => Columns[0].AsText(row)!;

    public sealed override async IAsyncEnumerable<TRow> Read(FeedScope scope, FeedFilter filter, string? after)
    {
        var rows = await Rows(scope);
        rows.Sort((a, b) => string.CompareOrdinal(PositionOf(a), PositionOf(b)));
        foreach (var row in rows)
        {
            if (after is null || string.CompareOrdinal(PositionOf(row), after) > 0) yield return row;
        }
    }

    /// <summary>Every row that the caller may see, in any order.</summary>
    protected abstract ValueTask<List<TRow>> Rows(FeedScope scope);
}
