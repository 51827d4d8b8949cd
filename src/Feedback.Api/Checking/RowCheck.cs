using Feedback.Api.Data;

namespace Feedback.Api.Checking;

/// <summary>A rule about rows that belong together.</summary>
/// <param name="Query">Counts the rows that break it.</param>
/// <param name="Text">What is wrong with so many.</param>
/// <param name="Mend">The statement that makes it right, where that takes nothing away.</param>
internal sealed record RowCheck(string Query, string Text, string? Mend = null)
{
    /// <summary>Every rule.</summary>
    public static IReadOnlyList<RowCheck> All { get; } =
    [
        new(Queries.CountDoubles, "{0} ids stand for more than one response"),
        new(Queries.CountHollow, "{0} responses lack a day, a survey or the like"),
        new(Queries.CountLeftovers, "{0} erased responses still hold more than their id"),
        new(Queries.CountStrayTexts, "{0} texts belong to no response, or to an erased one"),
        new(Queries.CountStrangeItems, "{0} texts answer no text item of their survey"),
        new(Queries.CountStrangeCohorts, "{0} responses name a cohort that is none of their survey's"),
        new(Queries.CountStrangeVersions, "{0} responses name a version that their survey does not have"),
        new(Queries.CountCodes, "{0} surveys have more responses by invitation code than codes that were used"),
        new(Queries.CountLostFlags, "{0} flags belong to no response of their survey"),
        new(Queries.CountFlagMessages, "{0} flags tell of another number of messages than they have", Queries.MendFlagMessages),
        new(Queries.CountMislisted, "{0} texts are listed under another survey, month or cohort than their response's", Queries.MendListed),
    ];
}
