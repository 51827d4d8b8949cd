namespace Feedback.Api.Data;

/// <summary>Why a store does not take writes, by words that stay the same whatever the engine says.</summary>
public static class StoreFaults
{
    public const string Full = "full", ReadOnly = "read_only", Locked = "locked", Failing = "failing";
}
