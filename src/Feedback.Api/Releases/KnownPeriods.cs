using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Releases;

/// <summary>Which periods an employee survey has, for everybody who lists them.</summary>
public static class KnownPeriods
{
    /// <summary>
    /// Their numbers in order: every period since the survey was published, whether anybody answered or not; an earlier one only when
    /// it was closed, or at least k people answered in it.
    /// </summary>
    /// <param name="survey">The survey.</param>
    /// <param name="people">How many people answered, by period.</param>
    /// <param name="otherwise">k where the survey sets none.</param>
    /// <param name="published">The day of its first version.</param>
    /// <param name="today">The organisation's day.</param>
    public static IEnumerable<int> NumbersOf(Survey survey, IReadOnlyDictionary<int, long> people, int otherwise, DateOnly published, DateOnly today)
    {
        var k = survey.MinimumGroup ?? otherwise;
        var numbers = new SortedSet<int>([.. survey.Periods.Keys, .. people.Where(p => p.Value >= k).Select(p => p.Key), PeriodGrid.OpenFor(survey, Days.Number(today))]);
        if (survey.Grid == PeriodGrid.Wave) return numbers;
        var last = PeriodGrid.NumberOf(survey.Grid, Days.Number(today));
        for (var number = PeriodGrid.NumberOf(survey.Grid, Days.Number(published)); number <= last; number = PeriodGrid.Next(survey.Grid, number)) numbers.Add(number);
        return numbers;
    }
}
