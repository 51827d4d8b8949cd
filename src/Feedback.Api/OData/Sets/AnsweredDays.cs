using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.OData.Sets;

/// <summary>The days on which customers answered. Those of employees are nobody's to know.</summary>
internal static class AnsweredDays
{
    /// <summary>In no order; none where the caller may not see customers.</summary>
    public static async Task<HashSet<DateOnly>> OfCustomers(FeedScope scope)
    {
        if (!scope.Caller.MayTouch(Audience.Customer)) return [];
        var customers = scope.Read.Catalogue.Of(Audience.Customer).Select(s => s.Id).ToHashSet();
        return [.. (await scope.Read.Session.Rows<Row>(Queries.ReadFeedDays)).Where(r => customers.Contains(r.Survey)).Select(r => Days.Date(r.Day))];
    }

    private sealed class Row
    {
        public int Survey { get; init; }
        public int Day { get; init; }
    }
}
