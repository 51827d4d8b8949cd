using System.Text.Json;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Audit;

/// <summary>What the ledger keeps of the publication of a period: what was decided, and how it can be checked. Counts of cells, never of people.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Candidates">Cells that were large enough, over all bases.</param>
/// <param name="Released">Those that were released.</param>
/// <param name="Refused">Those that were not, because something hidden would have followed from them.</param>
/// <param name="ProtectedSets">Sets of people that must not follow.</param>
/// <param name="Primes">The moduli of the audit and of its check, as texts: most readers of JSON would round such numbers.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Hash">SHA-256 of everything that was released, hexadecimal.</param>
public sealed record AuditedRelease(string Survey, long Candidates, long Released, long Refused, long ProtectedSets, IReadOnlyList<string> Primes, double Seconds, string Hash)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the publication into the ledger in the session's own transaction, so that there is no release without its line.</summary>
    /// <param name="session">The transaction that publishes.</param>
    /// <param name="clock">For the time of the line.</param>
    /// <param name="key">The id of the key that asked for it; null where none did.</param>
    /// <param name="operation">The operation that it was asked by.</param>
    /// <param name="period">As people write it.</param>
    public Task Log(Session session, OrganisationClock clock, string? key, string operation, string period) => session.RunRows(Queries.InsertLine, (LedgerLine[])
    [
        Ledger.LineOf(clock) with
        {
            KeyId = key,
            Operation = operation,
            Period = period,
            Status = LedgerLine.Published,
            Released = Released,
            Withheld = Refused,
            Detail = JsonSerializer.Serialize(this, Json),
        },
    ]);
}
