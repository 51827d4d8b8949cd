using System.Text.Json;

namespace Feedback.Api.Data;

/// <summary>How many people of a cohort were invited to a survey on a day, yyyymmdd.</summary>
public sealed record InvitationCount
{
    public int Survey { get; init; }
    public int Cohort { get; init; }
    public int Day { get; init; }
    public int N { get; init; }
}

/// <summary>Which count of invitations.</summary>
internal sealed record InvitationKey(int Survey, int Cohort, int Day);

/// <summary>How many were invited: counts per survey, cohort and day, and never who.</summary>
public static class Invitations
{
    /// <summary>The counts of some surveys, in no order. A cohort may be one in which nobody has answered yet.</summary>
    /// <param name="session">The snapshot that the rest of the figure is read from.</param>
    /// <param name="surveys">Ids of surveys.</param>
    /// <param name="from">The first day of invitation, yyyymmdd; null for all there are.</param>
    /// <param name="to">The day after the last.</param>
    public static Task<List<InvitationCount>> Read(Session session, IEnumerable<int> surveys, int? from = null, int? to = null) =>
        session.Rows<InvitationCount>(Queries.ReadInvitations, new { Surveys = JsonSerializer.Serialize(surveys), First = from ?? 0, Past = to ?? int.MaxValue });

    /// <summary>
    /// Sets the counts of the combinations and days named, and leaves the others; 0 removes one. Works in the session's
    /// transaction, under the lock on cohorts, so that two who set the same count take turns.
    /// </summary>
    /// <param name="session">Open for writing.</param>
    /// <param name="counts">No combination twice on one day.</param>
    /// <param name="time">Says when that is, once the lock is held: figures of the days change.</param>
    /// <returns>The combinations that are in the store now, with their ids; <see cref="Cohorts"/> is told of them once the session is committed.</returns>
    /// <exception cref="TimeoutException">Somebody else held the lock for too long.</exception>
    public static async Task<IReadOnlyList<(int Id, CohortKey Key)>> Set(Session session, IReadOnlyCollection<(CohortKey Cohort, int Day, int N)> counts, TimeProvider time)
    {
        await NewCohorts.Lock(session);
        var ids = await NewCohorts.FindOrMake(session, [.. counts.Where(c => c.N > 0).Select(c => c.Cohort)]);
        foreach (var (signature, id) in await NewCohorts.Find(session, counts.Where(c => c.N == 0).Select(c => c.Cohort))) ids[signature] = id;
        List<InvitationCount> rows = [.. counts.Where(c => ids.ContainsKey(c.Cohort.Signature))
            .Select(c => new InvitationCount { Survey = c.Cohort.Survey, Cohort = ids[c.Cohort.Signature], Day = c.Day, N = c.N })];
        await session.RunRows(Queries.RemoveInvitation, [.. rows.Select(r => new InvitationKey(r.Survey, r.Cohort, r.Day))]);
        await session.RunRows(Queries.InsertInvitation, [.. rows.Where(r => r.N > 0)]);
        await session.RunRows(Queries.TouchDay, [.. rows.Select(r => new UpdatedDay { Survey = r.Survey, Day = r.Day, UpdatedAt = time.GetUtcNow().ToUnixTimeMilliseconds() }).Distinct()]);
        return [.. counts.Select(c => c.Cohort).Where(c => ids.ContainsKey(c.Signature)).DistinctBy(c => c.Text).Select(c => (ids[c.Signature], c))];
    }
}
