namespace Feedback.Api.Data;

/// <summary>Brings a store to the present schema: every file of <c>db/migrations/ENGINE</c> that it has not seen, in order of name.</summary>
public static class Migrator
{
    /// <summary>Runs what is missing, each file in one transaction with its own row in the history. Safe to call by several processes at once.</summary>
    /// <returns>The names of the migrations that were run now.</returns>
    public static async Task<IReadOnlyList<string>> Migrate(Database database, TimeProvider time, CancellationToken cancellation = default)
    {
        await database.Prepare(cancellation);
        var ran = new List<string>();
        IReadOnlyList<string> missing;
        await using (var session = await database.Write(cancellation))
        {
            await TakeTurn(session);
            (missing, _) = await Compare(session);
        }
        foreach (var (name, text) in Files(database.Engine).Where(f => missing.Contains(f.Name)))
        {
            // An index over a large table takes its time.
            await using var session = (await database.Write(cancellation)).Patient();
            await TakeTurn(session);
            if (await session.Row<string>(Queries.FindHistory) is null) await session.Run(Queries.CreateHistory);
            if (await session.Row<string>(Queries.ReadMigration, new { Name = name }) is not null) continue;
            await database.RunScript(session, text);
            await session.Run(Queries.InsertMigration, new { Name = name, RanAt = time.GetUtcNow().ToUnixTimeMilliseconds() });
            await session.Commit();
            ran.Add(name);
        }
        return ran;
    }

    /// <summary>Waits until no other process is in a session that took its turn; lasts until the session ends. First thing in what happens once at start.</summary>
    /// <exception cref="TimeoutException">Another process was at it for too long.</exception>
    public static async Task TakeTurn(Session session)
    {
        if (await session.Row<int>(Queries.TakeTurn) < 0) throw new TimeoutException("Another process was making the store ready for too long.");
    }

    /// <summary>How a store's schema differs from the present one: which migrations it has not seen, and which it has that this version does not know.</summary>
    internal static async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)> Compare(Session session)
    {
        List<string> known = [.. Files(session.Database.Engine).Select(f => f.Name)];
        var ran = await session.Row<string>(Queries.FindHistory) is null ? [] : await session.Rows<string>(Queries.ReadMigrations);
        return ([.. known.Except(ran)], [.. ran.Except(known)]);
    }

    /// <summary>The migrations of an engine in the order they run.</summary>
    public static IEnumerable<(string Name, string Text)> Files(string engine) =>
        Resources.Read($"db/migrations/{engine}/").OrderBy(f => f.Name, StringComparer.Ordinal);
}
