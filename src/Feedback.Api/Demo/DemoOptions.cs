namespace Feedback.Api.Demo;

/// <summary>Which simulated organisation to make. The same options on the same day give the same answers, their ids included.</summary>
public sealed record DemoOptions
{
    public const int DefaultSeed = 1;

    public int Seed { get; init; } = DefaultSeed;

    /// <summary>How many people work there, 17 or more: one a unit.</summary>
    public int People { get; init; } = 1_500;

    /// <summary>How many customers answer over the whole time, test responses not counted.</summary>
    public int Customers { get; init; } = 20_000;

    /// <summary>Deals the answers out anew over units, channels, levels and days: the same margins, and no story left in them.</summary>
    public bool IsShuffled { get; init; }
}
