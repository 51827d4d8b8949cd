namespace Feedback.Indicators;

/// <summary>What became of a figure. The first that applies wins, in this order.</summary>
public enum Status
{
    /// <summary>Every number may be shown.</summary>
    Released,

    /// <summary>Fewer than k people stand behind it, nobody included: every number is null, n as well.</summary>
    Withheld,

    /// <summary>Enough people, but too few cells, periods or units for this statistic: only n is shown.</summary>
    Insufficient,

    /// <summary>The formula has no value. Null, never 0 and never NaN; n is shown.</summary>
    Undefined,
}
