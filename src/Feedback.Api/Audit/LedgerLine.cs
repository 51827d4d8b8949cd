using System.Text.Json.Serialization;

namespace Feedback.Api.Audit;

/// <summary>A line of the ledger as the store has it. It holds no figure, no answer, and nothing that a refused request sent.</summary>
public record LedgerLine
{
    /// <summary>What became of a read: it was answered, refused for its grammar, or its period is not released.</summary>
    public const string Answered = "answered", Refused = "refused", NotReleased = "not_released";

    /// <summary>What became of an admin's act: it was done, or it failed; one that was refused is <see cref="Refused"/>.</summary>
    public const string Done = "done", Failed = "failed";

    /// <summary>What else there is to tell: a period was published, a day has too many rows withheld, lines could not be stored.</summary>
    public const string Published = "published", Raised = "raised", Lost = "lost";

    /// <summary>Operations that are no HTTP operation's: the alert of a day, and lines that could not be stored.</summary>
    public const string Alert = "alert", Loss = "loss";

    /// <summary>Unix milliseconds.</summary>
    public long LoggedAt { get; init; }

    /// <summary>The organisation's day, yyyymmdd.</summary>
    public int Day { get; init; }

    /// <summary>Whose key, or <see cref="SignedOnPrefix"/> and who signed on elsewhere; null where nobody asked.</summary>
    [JsonIgnore]
    public string? KeyId { get; init; }

    /// <summary>What the store has apart of <see cref="KeyId"/>: the id of a key, and who signed on elsewhere.</summary>
    public string? StoredKey => IsSignedOn ? null : KeyId;

    /// <inheritdoc cref="StoredKey"/>
    public string? SignedOn => IsSignedOn ? KeyId : null;

    /// <summary>Before the subject of a token; no id of a key begins with it.</summary>
    public const string SignedOnPrefix = "oidc:";

    private bool IsSignedOn => KeyId?.StartsWith(SignedOnPrefix, StringComparison.Ordinal) == true;

    /// <summary>The operation's id, <see cref="Alert"/> or <see cref="Loss"/>.</summary>
    public string Operation { get; init; } = "";

    public string? Indicator { get; init; }

    /// <summary>As it was asked for; null without one.</summary>
    public string? Period { get; init; }

    /// <summary>What was asked: parameter -> values, as JSON. Null for what was refused.</summary>
    public string? Filter { get; init; }

    public string Status { get; init; } = "";

    /// <summary>Rows of the answer with a figure; of a publication cells.</summary>
    public long Released { get; init; }

    /// <summary>Rows of the answer without one for reasons of privacy; of a publication cells that were refused.</summary>
    public long Withheld { get; init; }

    /// <summary>What else belongs to it, as JSON: the problem of a refusal, the counts of a publication, how many lines were lost.</summary>
    public string? Detail { get; init; }
}

/// <summary>A line with its place in the ledger.</summary>
public sealed record StoredLine : LedgerLine
{
    public long Seq { get; init; }
}
