using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Releases;

/// <summary>
/// Closes a period of a survey: from then on answers of its days belong to the next open one. Fewer than k people: what there is
/// counts in the next period, so that no release shows what a handful of people added.
/// </summary>
public static class PeriodClosing
{
    /// <summary>Closes in the session's transaction. Raise the catalogue's stamp before, so that what was checked against an open period is checked again.</summary>
    /// <param name="session">Open for writing.</param>
    /// <param name="survey">As the session has it.</param>
    /// <param name="number">The period.</param>
    /// <param name="tree">The units, as they are frozen with it.</param>
    /// <param name="minimumGroup">k.</param>
    /// <param name="closedBy">The key that asks for it; null for the schedule.</param>
    /// <param name="clock">The organisation's.</param>
    /// <returns>Whether there is something to release.</returns>
    public static async Task<bool> Close(Session session, Survey survey, int number, UnitTree tree, int minimumGroup, string? closedBy, OrganisationClock clock)
    {
        if (survey.Periods.ContainsKey(number)) return false;
        var isEnough = await PeopleIn(session, survey, number) >= minimumGroup;
        var next = PeriodGrid.Next(survey.Grid, number);
        while (survey.Periods.ContainsKey(next)) next = PeriodGrid.Next(survey.Grid, next);
        if (!isEnough) await session.Run(Queries.MergeOn, new { Survey = survey.Id, Number = number, Next = next });
        var today = Days.Date(clock.DayOf(clock.Now));
        var (from, to) = PeriodGrid.DaysOf(survey, number, Days.Date(clock.DayOf(survey.Versions[0].PublishedAt)), today);
        await session.Run(Queries.InsertPeriod, new
        {
            Survey = survey.Id,
            Number = number,
            FirstDay = Days.Number(from),
            PastDay = Days.Number(to),
            State = isEnough ? "closed" : "merged",
            MergedInto = isEnough ? (int?)null : next,
            ClosedAt = clock.Now.ToUnixTimeMilliseconds(),
            ClosedBy = closedBy,
            Frozen = isEnough ? FrozenPeriod.ToText(tree.All) : null,
        });
        return isEnough;
    }

    /// <summary>How many people answered in a period and in those that were merged into it.</summary>
    public static async Task<long> PeopleIn(Session session, Survey survey, int number)
    {
        var counted = (await PeopleIn(session)).GetValueOrDefault(survey.Id, []);
        return survey.PartsOf(number).Sum(n => counted.GetValueOrDefault(n));
    }

    /// <summary>How many people answered, by survey and period.</summary>
    public static async Task<Dictionary<int, Dictionary<int, long>>> PeopleIn(Session session) => (await session.Rows<Row>(Queries.CountPeople))
        .GroupBy(r => r.Survey).ToDictionary(g => g.Key, g => g.ToDictionary(r => r.Number, r => r.People));

    private sealed class Row
    {
        public int Survey { get; init; }
        public int Number { get; init; }
        public long People { get; init; }
    }
}
