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
    /// <param name="status"><see cref="LedgerLine.Done"/>, or <see cref="LedgerLine.Failed"/>.</param>
    public static async Task Write(Database database, OrganisationClock clock, string verb, IReadOnlyDictionary<string, string> target, string status = LedgerLine.Done)
    {
        await using var session = await database.Write();
        await Add(session, clock, verb, target, status);
        await session.Commit();
    }

    /// <summary>Does the work with the line in the first transaction that it commits, so that nothing is changed without it; where it commits none, the line comes after it.</summary>
    public static async Task<T> Beside<T>(Database database, OrganisationClock clock, string verb, IReadOnlyDictionary<string, string> target, Func<Task<T>> work)
    {
        using var companion = Companion.Of(session => Add(session, clock, verb, target, LedgerLine.Done));
        var outcome = await work();
        if (companion.IsStored) return outcome;
        companion.Dispose();
        await Write(database, clock, verb, target);
        return outcome;
    }

    private static Task Add(Session session, OrganisationClock clock, string verb, IReadOnlyDictionary<string, string> target, string status) =>
        session.RunRows(Queries.InsertLine, (LedgerLine[])[Ledger.LineOf(clock) with { Operation = "feedback " + verb, Status = status, Detail = JsonSerializer.Serialize(new { target }) }]);
}
