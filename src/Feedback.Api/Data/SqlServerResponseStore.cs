namespace Feedback.Api.Data;

/// <summary>
/// Stores groups in SQL Server, set by set. Two processes that store one id at the same time meet at the unique index:
/// the later one rolls back and tries again, and then finds the id known. Locks are taken in one order: catalogue, cohorts, codes,
/// responses, comments, flags, messages, counts. When the answer to a commit is lost, the group is tried again, and its ids are known then; where that fails as well it may be
/// stored although this throws, and its senders try again with the same ids.
/// </summary>
internal sealed class SqlServerResponseStore(SqlServerDatabase database, Cohorts cohorts) : ResponseStore
{
    private readonly GroupCounts _counts = new();

    /// <remarks>Each attempt sees what was stored before it, by another process or by an attempt whose commit nobody heard of, and sets every outcome anew.</remarks>
    public override int Store(IReadOnlyList<NewResponse> group)
    {
        Wait(Retry.Repeatable.Run(_ => StoreOnce(group)));
        return _counts.Count;
    }

    /// <summary>Few enough for a command's time, and for the locks of one statement to stay row locks where they can.</summary>
    public override int FoldSize => 20_000;

    public override long Fold(int rows, TimeProvider time) => Retry.Repeatable.Run(async _ => await FoldOnce(rows, time)).AsTask().GetAwaiter().GetResult();

    public override void Try(TimeProvider time) => Wait(new ValueTask(TryOnce(time)));

    /// <summary>The writer has a thread of its own.</summary>
    private static void Wait(ValueTask work) => work.AsTask().GetAwaiter().GetResult();

    private async Task TryOnce(TimeProvider time)
    {
        await using var session = await database.Write();
        var mark = new { Name = TryMark, Value = TryValue(time) };
        if (await session.Run(Queries.ChangeSetting, mark) == 0) await session.Run(Queries.InsertSetting, mark);
        await session.Commit();
    }

    private async Task StoreOnce(IReadOnlyList<NewResponse> group)
    {
        _counts.Clear();
        var newCohorts = new Dictionary<string, (int Id, CohortKey Key)>(StringComparer.Ordinal);
        var stored = new List<(NewResponse Response, int Cohort)>(group.Count);
        await using var session = await database.Write();
        var stamp = await session.Row<long?>(Queries.HoldStamp) ?? throw new TimeoutException("The catalogue was being changed for too long.");
        // Before any code, and for the whole group: a process that holds codes must not wait for one that waits for them.
        if (group.Any(r => cohorts.Find(r.Cohort) is null)) await NewCohorts.Lock(session);
        var known = await ReadKnown(session, group.Select(r => r.StoredId));
        foreach (var response in group)
        {
            response.Outcome = response.Stamp != stamp ? Outcome.Stale : Known(known, response) ?? await UseCode(session, response);
            if (response.Outcome != Outcome.Stored) continue;
            var cohort = cohorts.Find(response.Cohort) ?? await MakeCohort(session, response.Cohort, newCohorts);
            stored.Add((response, cohort));
            known[response.StoredId] = (response.ContentHash, false);
            _counts.Add(response, cohort);
        }
        if (stored.Count > 0)
        {
            await session.Run(Queries.InsertResponse, new { Rows = SqlServerRows.Of(stored) });
            var comments = stored.SelectMany(s => s.Response.Comments, (s, comment) => (s.Response.StoredId, comment)).ToList();
            if (comments.Count > 0) await session.Run(Queries.InsertComment, new { Rows = SqlServerRows.Of(comments) });
            await session.RunRows(Queries.InsertFlag, [.. stored.Where(s => s.Response.Flag is not null).Select(s => s.Response.Flag! with { Id = s.Response.StoredId })]);
            await session.RunRows(Queries.InsertMessage, [.. stored.SelectMany(s => s.Response.Messages, (s, message) => message with { Response = s.Response.StoredId })]);
            await session.Run(Queries.AppendTally, new { Rows = SqlServerRows.Of(_counts.Rows) });
        }
        await session.Commit();
        foreach (var (id, key) in newCohorts.Values) cohorts.Add(id, key);
    }

    private static async Task<Dictionary<Guid, (long? ContentHash, bool IsErased)>> ReadKnown(Session session, IEnumerable<Guid> ids)
    {
        var rows = await session.Rows<KnownRow>(Queries.ReadKnownResponse, new { Rows = SqlServerRows.Of(ids.Distinct()) });
        return rows.ToDictionary(r => r.Id, r => (r.ContentHash, r.Erased != 0));
    }

    private static Outcome? Known(Dictionary<Guid, (long? ContentHash, bool IsErased)> known, NewResponse response) =>
        !known.TryGetValue(response.StoredId, out var earlier) ? null
        : earlier.IsErased ? Outcome.Erased
        : earlier.ContentHash == response.ContentHash ? Outcome.AlreadyStored : Outcome.Conflict;

    private static async Task<Outcome> UseCode(Session session, NewResponse response)
    {
        if (response.CodeHash is not { } hash) return Outcome.Stored;
        var code = new { response.Survey, Hash = hash };
        if (await session.Run(Queries.UseCode, code) == 1) return Outcome.Stored;
        // Used by the same response, perhaps: another process may have committed it while this one waited for the code.
        if (Known(await ReadKnown(session, [response.StoredId]), response) is { } earlier) return earlier;
        return await session.Row<int?>(Queries.ReadCode, code) is null ? Outcome.UnknownCode : Outcome.UsedCode;
    }

    /// <summary>Finds or makes a cohort under the lock, which is held until the transaction ends: so the ids rise in the order of commits.</summary>
    private static async Task<int> MakeCohort(Session session, CohortKey key, Dictionary<string, (int Id, CohortKey Key)> made)
    {
        if (made.TryGetValue(key.Text, out var earlier)) return earlier.Id;
        var signature = new { key.Signature };
        var id = await session.Row<int?>(Queries.ReadCohort, signature);
        if (id is null)
        {
            await session.RunRows(Queries.InsertCohort, [NewCohortRow.Of(key)]);
            id = await session.Row<int?>(Queries.ReadCohort, signature);
            await session.RunRows(Queries.InsertCohortValue, [.. NewCohortValueRow.Of(id!.Value, key)]);
        }
        made[key.Text] = (id!.Value, key);
        return id.Value;
    }

    private async Task<long> FoldOnce(int rows, TimeProvider time)
    {
        await using var session = await database.Write();
        var bounds = await session.Row<FreshBounds>(Queries.ReadFreshBounds);
        if (bounds?.First is not { } first || bounds.Last is not { } last) return 0;
        var past = Math.Min(first + rows, last + 1);
        // No row is touched while another process folds; then there is nothing to do here, and no point in asking again at once.
        if (await session.Run(Queries.FoldFresh, new { Past = past, UpdatedAt = time.GetUtcNow().ToUnixTimeMilliseconds() }) <= 0) return 0;
        await session.Run(Queries.RemoveChanges, new { Kept = ChangesKept });
        await session.Commit();
        return last + 1 - past;
    }

    private sealed class KnownRow
    {
        public Guid Id { get; init; }
        public long? ContentHash { get; init; }
        public int Erased { get; init; }
    }

    private sealed class FreshBounds
    {
        public long? First { get; init; }
        public long? Last { get; init; }
    }
}
