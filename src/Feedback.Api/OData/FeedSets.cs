namespace Feedback.Api.OData;

/// <summary>Every entity set of the feed, in the order of the service document. A new one is a line here.</summary>
public static class FeedSets
{
    public static IReadOnlyList<FeedSet> All { get; } =
    [
    ];

    /// <summary>The set of a name; null where there is none.</summary>
    public static FeedSet? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
