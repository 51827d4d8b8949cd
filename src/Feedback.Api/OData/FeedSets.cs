using Feedback.Api.OData.Sets;

namespace Feedback.Api.OData;

/// <summary>Every entity set of the feed, in the order of the service document. A new one is a line here.</summary>
public static class FeedSets
{
    public static IReadOnlyList<FeedSet> All { get; } =
    [
        new FigureSet(),
        new RemovedSet(),
        new ItemCountSet(),
        new Items(),
        new Surveys(),
        new Units(),
        new Periods(),
        new Calendar(),
    ];
}
