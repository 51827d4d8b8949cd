using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>What became of a period that takes no answers any more.</summary>
public enum PeriodState
{
    /// <summary>Its release is being worked out.</summary>
    Closed,

    /// <summary>Too few people answered; their answers count in a later period.</summary>
    Merged,

    /// <summary>Its figures are out, and never change.</summary>
    Released,
}

/// <summary>A period of an employee survey that takes no answers any more. Periods without one are open.</summary>
public sealed record SurveyPeriod
{
    public int Survey { get; init; }

    /// <summary>yyyymm, yyyyq, yyyy, or the number of the wave.</summary>
    public int Number { get; init; }

    /// <summary>yyyymmdd; the first day, and the first day after.</summary>
    public int FirstDay { get; init; }

    public int PastDay { get; init; }
    public PeriodState State { get; init; }

    /// <summary>The period in which its answers count, where it was merged.</summary>
    public int? MergedInto { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long ClosedAt { get; init; }

    /// <summary>The id of the key that asked for it; null for the schedule.</summary>
    public string? ClosedBy { get; init; }

    public long? ReleasedAt { get; init; }

    /// <summary>SHA-256 of everything that was released, hexadecimal.</summary>
    public string? Hash { get; init; }

    public bool IsReleased => State == PeriodState.Released;

    public DateOnly From => Days.Date(FirstDay);

    public DateOnly To => Days.Date(PastDay);

    public DateTimeOffset? ReleaseTime => ReleasedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
