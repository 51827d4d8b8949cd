namespace Feedback.Api.OData;

/// <summary>What is asked of a set.</summary>
internal sealed record FeedQuery
{
    /// <summary>The places of the columns that are written, in the set's order.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    /// <summary>Whether columns were named, which the context then lists.</summary>
    public bool NamesColumns { get; init; }

    public FeedFilter Filter { get; init; } = FeedFilter.None;

    /// <summary>By which columns rows are ordered; the set's own order where there are none.</summary>
    public IReadOnlyList<FeedOrder> Order { get; init; } = [];

    public long Top { get; init; } = long.MaxValue;

    public long Skip { get; init; }

    /// <summary>Whether all rows that match are counted.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Where the page before ended; null on the first.</summary>
    public FeedMark? Mark { get; init; }

    /// <summary>Of what the rows follow from, sealed; a mark belongs to one such text.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>One column of an order.</summary>
/// <param name="Column">The column's place in the set.</param>
/// <param name="IsDescending">Whether the greatest come first, and null last.</param>
internal readonly record struct FeedOrder(int Column, bool IsDescending);
