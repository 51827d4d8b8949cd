namespace Feedback.Api.OData;

/// <summary>Which rows are asked for. Values are string, long, double, bool, DateOnly, DateTimeOffset or null.</summary>
public sealed class FeedFilter
{
    internal FeedFilter(FilterNode? root) => Root = root;

    /// <summary>Every row is asked for.</summary>
    public static FeedFilter None { get; } = new(null);

    /// <summary>What must hold of a row; null where nothing must.</summary>
    internal FilterNode? Root { get; }

    /// <summary>
    /// True when no row with these values in these columns can match, whatever its other columns hold. False is no promise that
    /// one does.
    /// </summary>
    public bool Excludes(params ReadOnlySpan<(string Column, object? Value)> known) => Root is not null && !Root.CanHold(known);
}
