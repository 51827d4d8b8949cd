namespace Feedback.Api.Data;

/// <summary>A concern as it is stored, without its text.</summary>
public sealed record FlagRow
{
    /// <summary>The number of the response that raised it.</summary>
    public long Response { get; init; }

    /// <summary>Under which champions find it.</summary>
    public string FlagKey { get; init; } = "";
    public int Survey { get; init; }

    /// <summary>The Monday of the week in which it came in, yyyymmdd.</summary>
    public int Week { get; init; }

    /// <summary>The unit that showed it when it came in; null for the whole organisation.</summary>
    public string? Node { get; init; }

    /// <summary>How many rows its thread has.</summary>
    public int Messages { get; init; }

    public int Cohort { get; init; }

    /// <summary>The response's day, yyyymmdd.</summary>
    public int Day { get; init; }

    /// <summary>The period in which the response counts; 0 for customers.</summary>
    public int Period { get; init; }
}

/// <summary>What came after a concern: a message, or the closing of the thread.</summary>
public sealed record FlagStep
{
    public const string Sender = "sender", Champion = "champion";

    public long Response { get; init; }

    /// <summary>Its place in the order in which they came, from 1.</summary>
    public int Number { get; init; }

    /// <summary><see cref="Sender"/> or <see cref="Champion"/>.</summary>
    public string Author { get; init; } = "";

    /// <summary>Keyed hash of the id it was sent with; null where it was sent with none, or is not read.</summary>
    public string? MessageKey { get; init; }

    /// <summary>Null for a closing, or where it is not read.</summary>
    public string? Text { get; init; }

    /// <summary>1 for a closing.</summary>
    public int Closes { get; init; }

    /// <summary>The Monday of the week in which it came, yyyymmdd.</summary>
    public int Week { get; init; }

    public bool IsSender => Author == Sender;

    public bool IsAnswer => Author == Champion && Closes == 0;
}
