namespace Feedback.Api.Checking;

/// <summary>What a check found wrong.</summary>
/// <param name="Text">One sentence, without any value, text or id.</param>
/// <param name="IsMended">Whether it is right now.</param>
public sealed record Finding(string Text, bool IsMended);

/// <summary>What a check looked at and what came out.</summary>
/// <param name="Responses">Stored responses whose counts were worked out again.</param>
/// <param name="Counts">Rows of counts, of days, months and years.</param>
/// <param name="Mended">How much was wrong and is right now.</param>
/// <param name="Left">How much is wrong still.</param>
public sealed record CheckSummary(long Responses, long Counts, int Mended, int Left);
