namespace Feedback.Api.OData;

/// <summary>An entity set of the feed: what service document, metadata and options know of it.</summary>
public abstract class FeedSet
{
    /// <summary>Its name in addresses: <c>Figures</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The name of the type of its rows: <c>Figure</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The columns in order. The first is the key: a text that is never null and stands for the same row for ever.</summary>
    public abstract IReadOnlyList<FeedColumn> Columns { get; }

    /// <summary>Whether rows can hold figures of employees. Its reads are written into the ledger then.</summary>
    public virtual bool IsAudited => false;

    /// <summary>Whether a text is a position of the set's own order, be there a row or not: one that was made up is refused before the set reads after it.</summary>
    public virtual bool IsPosition(string text) => true;

    /// <summary>Does some work that needs to know what a row is.</summary>
    internal abstract TResult Accept<TResult>(IFeedWork<TResult> work);
}

/// <summary>Work on a set, whatever its rows are.</summary>
internal interface IFeedWork<TResult>
{
    TResult On<TRow>(FeedSet<TRow> set);
}

/// <summary>An entity set of the feed. It gives rows; the feed filters, orders, cuts and writes them.</summary>
public abstract class FeedSet<TRow> : FeedSet
{
    /// <summary>The columns in order; see <see cref="FeedSet.Columns"/>.</summary>
    public abstract override IReadOnlyList<FeedColumn<TRow>> Columns { get; }

    /// <summary>
    /// Rows in the set's own order, those after a position only. It may leave out rows that the filter excludes, and gives every
    /// other that the caller may see; the feed filters them once more.
    /// </summary>
    /// <param name="scope">The snapshot, and who asks.</param>
    /// <param name="filter">To do less work by; see <see cref="FeedFilter.Excludes"/>.</param>
    /// <param name="after">A position, which need not be a row's any more; null for all rows from the start.</param>
    public abstract IAsyncEnumerable<TRow> Read(FeedScope scope, FeedFilter filter, string? after);

    /// <summary>Where a row stands in the set's own order: no other row has it, and it stays when other rows come and go.</summary>
    public abstract string PositionOf(TRow row);

    /// <summary>Of a set that is audited, what the ledger counts a row as: withheld, or released; null where it is none of employees'.</summary>
    public virtual bool? IsWithheld(TRow row) => null;

    internal sealed override TResult Accept<TResult>(IFeedWork<TResult> work) => work.On(this);
}
