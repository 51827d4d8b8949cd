using Feedback.Indicators;

namespace Feedback.Api.OData.Star;

/// <summary>The columns that say which cell a row is about, and the names of what others hold.</summary>
internal static class StarColumns
{
    public static IReadOnlyList<FeedColumn<TRow>> Of<TRow>() where TRow : StarRow =>
    [
        FeedColumn<TRow>.Text("audience", row => StarSet<TRow>.AudienceOf(row.Cell.Survey), isNullable: false),
        FeedColumn<TRow>.Text("survey", row => row.Cell.Survey.Key, isNullable: false),
        FeedColumn<TRow>.Text("interval", row => row.Cell.IntervalName, isNullable: false),
        FeedColumn<TRow>.Day("from", row => row.Cell.Period.From, isNullable: false),
        FeedColumn<TRow>.Day("to", row => row.Cell.Period.To, isNullable: false),
        FeedColumn<TRow>.Text("unit", row => row.Cell.Unit),
        FeedColumn<TRow>.Text("dimension", row => row.Cell.Dimension),
        FeedColumn<TRow>.Text("value", row => row.Cell.Value),
    ];

    public static string NameOf(Status status) => status switch
    {
        Status.Released => "released",
        Status.Withheld => "withheld",
        Status.Insufficient => "insufficient",
        _ => "undefined",
    };

    public static string? NameOf(Bound? bound) => bound switch { Bound.AtLeast => "atLeast", Bound.AtMost => "atMost", _ => null };
}
