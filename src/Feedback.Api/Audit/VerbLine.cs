using System.Text.Json;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Audit;

/// <summary>Writes into the ledger what was done at the console of the machine, where nobody has a key: which verb, and with which survey or format. Never what was in a file.</summary>
public static class VerbLine
{
    /// <param name="database">The store that was changed.</param>
    /// <param name="clock">The organisation's.</param>
    /// <param name="verb">As it is typed.</param>
    /// <param name="target">Names and formats.</param>
    public static async Task Write(Database database, OrganisationClock clock, string verb, IReadOnlyDictionary<string, string> target)
    {
        await using var session = await database.Write();
        await session.RunRows(Queries.InsertLine, (LedgerLine[])[Ledger.LineOf(clock) with { Operation = "feedback " + verb, Status = LedgerLine.Done, Detail = JsonSerializer.Serialize(new { target }) }]);
        await session.Commit();
    }
}
