using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>An alarm that was given in a period.</summary>
/// <param name="Unit">The unit with everything below it; null for everybody.</param>
/// <param name="Audience">Whose.</param>
/// <param name="Topic">The topic that more people mention than before; null for a score.</param>
/// <param name="Measure">The score that left its usual range; null for a topic.</param>
/// <param name="From">First day of the first week, or of the first released period, with the alarm.</param>
/// <param name="To">First day after the last one.</param>
public sealed record RaisedAlarm(string? Unit, Audience Audience, string? Topic, string? Measure, DateOnly From, DateOnly To);

/// <summary>
/// The alarms of a period: topics with one in any of its weeks (customers) or releases (employees), and scores that were in alarm
/// when it ended; customers' scores only where that began in it, because a chart stays in alarm while a score stays away.
/// </summary>
public static class PeriodWarnings
{
    /// <summary>A week belongs to the period that holds its Thursday, and so most of it (ISO 8601).</summary>
    private const int Thursday = 3;

    /// <param name="scope">The snapshot.</param>
    /// <param name="audiences">Whose alarms may be seen.</param>
    /// <param name="period">Whole calendar months.</param>
    public static async Task<IReadOnlyList<RaisedAlarm>> Read(ReadScope scope, IReadOnlyList<Audience> audiences, DayRange period)
    {
        var raised = new List<RaisedAlarm>();
        if (audiences.Contains(Audience.Customer)) raised.AddRange(await OfCustomers(scope, period));
        if (audiences.Contains(Audience.Employee)) raised.AddRange(await OfEmployees(scope, period));
        return raised;
    }

    private static async Task<IEnumerable<RaisedAlarm>> OfCustomers(ReadScope scope, DayRange period)
    {
        List<Survey> surveys = [.. scope.Catalogue.Of(Audience.Customer)];
        var past = period.To!.Value.AddDays(Thursday);
        var end = TimeSpans.BucketOf(past < scope.Today ? past : scope.Today, Interval.Week);
        var topics = new TopicWarnings(await TopicHistory.Read(scope, Audience.Customer, surveys, [], Interval.Week, end, period.From));
        var scores = await ScoreWarnings.OfCustomers(scope, surveys, [], Interval.Week, end);
        return Within(topics, start => start.AddDays(Thursday) >= period.From && start.AddDays(Thursday) < period.To)
            .Concat(scores.Where(s => s.Since?.AddDays(Thursday) >= period.From).Select(s => new RaisedAlarm(s.Unit, s.Audience, null, s.Measure, s.Since!.Value, s.To)));
    }

    private static async Task<IEnumerable<RaisedAlarm>> OfEmployees(ReadScope scope, DayRange period)
    {
        List<Survey> surveys = [.. scope.Catalogue.Of(Audience.Employee).Where(s => s.Released.Any(p => ReleasedCube.Lies(p, period)))];
        if (surveys.Count == 0) return [];
        var length = TimeSpans.GridOf([.. surveys.Where(TopicHistory.Counts)], Audience.Employee);
        var topics = new TopicWarnings(await TopicHistory.Read(scope, Audience.Employee, surveys, [], length, period.To!.Value));
        var scores = await ScoreWarnings.OfEmployees(scope, surveys, period with { From = null });
        return Within(topics, start => start >= period.From && start < period.To)
            .Concat(scores.Where(s => s.Alarm == true && s.From >= period.From).Select(s => new RaisedAlarm(s.Unit, s.Audience, null, s.Measure, s.From, s.To)));
    }

    /// <summary>Streams with an alarm in any of some periods, from the first of them to the last.</summary>
    private static IEnumerable<RaisedAlarm> Within(TopicWarnings warnings, Func<DateOnly, bool> isMeant)
    {
        var history = warnings.History;
        foreach (var stream in history.Streams.DistinctBy(s => s.Name, StringComparer.Ordinal))
        {
            var alarms = history.Periods.Where((start, at) => isMeant(start) && warnings.Alarms[stream.Name][at]).ToList();
            if (alarms.Count > 0) yield return new(stream.Unit, history.Audience, stream.Topic, null, alarms[0], TimeSpans.EndOf(alarms[^1], history.Length));
        }
    }
}
