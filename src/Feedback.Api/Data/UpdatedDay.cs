namespace Feedback.Api.Data;

/// <summary>A day of a survey whose figures changed, and when.</summary>
internal sealed record UpdatedDay
{
    public int Survey { get; init; }

    /// <summary>yyyymmdd.</summary>
    public int Day { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long UpdatedAt { get; init; }
}
