namespace Feedback.Api.Data;

/// <summary>A response that was checked and waits to be stored; the writer sets <see cref="Outcome"/>.</summary>
public sealed class NewResponse
{
    /// <summary>The id it is stored under: as sent for customers, a keyed hash of it for employees.</summary>
    public required Guid StoredId { get; init; }

    /// <summary>The id that the sender knows.</summary>
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the content as sent, in canonical form.</summary>
    public required long ContentHash { get; init; }

    public required int Survey { get; init; }
    public required int Version { get; init; }

    /// <summary>yyyymmdd in the organisation's time zone.</summary>
    public required int Day { get; init; }

    public required int Period { get; init; }
    public required CohortKey Cohort { get; init; }

    /// <summary>Unix milliseconds; null for employees.</summary>
    public long? AnsweredAt { get; init; }

    /// <summary>Whole days from invitation to answer; the day itself is not kept.</summary>
    public int? Delay { get; init; }

    public string? Language { get; init; }

    /// <summary>Keyed hash, 32 hexadecimal characters; null for employees.</summary>
    public string? Respondent { get; init; }

    /// <summary>Whole 1e-4; 10000 is one.</summary>
    public int Weight { get; init; } = 10_000;

    /// <summary>Keyed hash of a single-use invitation code.</summary>
    public string? CodeHash { get; init; }

    /// <summary>The packed answers: one JSON object, UTF-8.</summary>
    public required byte[] Answers { get; init; }

    public required Tally[] Tallies { get; init; }
    public NewComment[] Comments { get; init; } = [];

    /// <summary>What is raised with it, where it is a concern.</summary>
    public NewFlag? Flag { get; set; }

    /// <summary>Who is told of it, in the transaction that stores it; nobody of employees'.</summary>
    public NewMessage[] Messages { get; init; } = [];

    /// <summary>The state of the catalogue it was checked against.</summary>
    public required long Stamp { get; init; }

    /// <summary>What became of it. Only meaningful once the group it went with was committed.</summary>
    public Outcome Outcome { get; set; }
}

/// <summary>What became of a response.</summary>
public enum Outcome
{
    /// <summary>Not decided yet.</summary>
    Pending,

    /// <summary>Committed now.</summary>
    Stored,

    /// <summary>The same id with the same content was committed before.</summary>
    AlreadyStored,

    /// <summary>The same id with other content was committed before.</summary>
    Conflict,

    /// <summary>The id was erased; nothing is stored.</summary>
    Erased,

    /// <summary>There is no such invitation code.</summary>
    UnknownCode,

    /// <summary>The invitation code was used before.</summary>
    UsedCode,

    /// <summary>Keys, units or surveys changed since it was checked; it has to be checked again.</summary>
    Stale,
}
