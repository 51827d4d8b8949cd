using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>
/// Both sides' alarms on the calendar of the coarser one: a month has an alarm if any of its weeks has. A week belongs to the month
/// that holds its Thursday, and so most of it (ISO 8601).
/// </summary>
public sealed class LeadCalendar
{
    private readonly Dictionary<string, IReadOnlyList<bool>> _employees, _customers;

    private LeadCalendar(Dictionary<string, IReadOnlyList<bool>> employees, Dictionary<string, IReadOnlyList<bool>> customers) => (_employees, _customers) = (employees, customers);

    /// <summary>From the first period that both sides have to the last that either has; null where they share none.</summary>
    public static LeadCalendar? Of(TopicWarnings employees, TopicWarnings customers)
    {
        if (employees.History.Periods.Count == 0 || customers.History.Periods.Count == 0) return null;
        var length = (Interval)Math.Max((int)employees.History.Length, (int)customers.History.Length);
        var (own, others) = (Buckets(employees.History, length), Buckets(customers.History, length));
        var (first, last) = (own[0] > others[0] ? own[0] : others[0], own[^1] > others[^1] ? own[^1] : others[^1]);
        if (first > own[^1] || first > others[^1]) return null;
        var buckets = new List<DateOnly>();
        for (var bucket = first; bucket <= last; bucket = TimeSpans.EndOf(bucket, length)) buckets.Add(bucket);
        return new LeadCalendar(On(buckets, employees, own), On(buckets, customers, others));
    }

    /// <summary>Of all streams together.</summary>
    public Lead OfAll() => Lead.Of(_employees, _customers);

    /// <summary>Of one stream alone; null where customers never gave an alarm in it.</summary>
    public Lead? Of(string stream) => _customers.GetValueOrDefault(stream) is { } alarms && alarms.Contains(true)
        ? Lead.Of(Only(_employees, stream), Only(_customers, stream)) : null;

    private static Dictionary<string, IReadOnlyList<bool>> Only(Dictionary<string, IReadOnlyList<bool>> side, string stream) =>
        side.TryGetValue(stream, out var alarms) ? new(StringComparer.Ordinal) { [stream] = alarms } : [];

    private static List<DateOnly> Buckets(TopicHistory history, Interval length) =>
        [.. history.Periods.Select(p => TimeSpans.BucketOf(history.Length == Interval.Week && length != Interval.Week ? p.AddDays(3) : p, length))];

    private static Dictionary<string, IReadOnlyList<bool>> On(List<DateOnly> buckets, TopicWarnings side, List<DateOnly> bucketOf)
    {
        var places = buckets.Select((bucket, place) => (bucket, place)).ToDictionary(b => b.bucket, b => b.place);
        return side.Alarms.ToDictionary(stream => stream.Key, stream =>
        {
            var alarms = new bool[buckets.Count];
            for (var period = 0; period < bucketOf.Count; period++)
            {
                if (stream.Value[period] && places.TryGetValue(bucketOf[period], out var place)) alarms[place] = true;
            }
            return (IReadOnlyList<bool>)alarms;
        }, StringComparer.Ordinal);
    }
}
