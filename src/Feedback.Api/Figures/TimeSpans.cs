using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>How a series is cut.</summary>
public enum Interval { None, Week, Month, Quarter, Year }

/// <summary>Days from <paramref name="From"/> to before <paramref name="To"/>; null is open.</summary>
public sealed record DayRange(DateOnly? From, DateOnly? To);

/// <summary>A stretch of counts of one grain (1 day, 2 month, 3 year) that a read adds up; a series keeps its starts apart.</summary>
public sealed record TimeSpanOfCounts(int Grain, int First, int Past, bool IsSeries, int Bucket);

/// <summary>
/// Cuts a range of days into the fewest stretches of day, month and year counts, so that a read touches few rows, and says to
/// which bucket of the series each belongs. A bucket is named by its first day, yyyymmdd; 0 where there is no series.
/// </summary>
public static class TimeSpans
{
    public const int Day = 1, Month = 2, Year = 3;
    private static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(9000, 1, 1);

    /// <summary>The stretches of a range. A series needs both ends.</summary>
    public static List<TimeSpanOfCounts> Of(DayRange range, Interval interval)
    {
        var (from, to) = (range.From ?? Earliest, range.To ?? Latest);
        var spans = new List<TimeSpanOfCounts>();
        if (interval == Interval.Week)
        {
            for (var week = BucketOf(from, interval); week < to; week = week.AddDays(7))
                spans.Add(new(Day, Number(Later(week, from)), Number(Earlier(week.AddDays(7), to)), false, Number(week)));
            return spans;
        }
        var isSeries = interval != Interval.None;
        var firstMonth = from.Day == 1 ? from : FirstOfMonth(from).AddMonths(1);
        var lastMonth = FirstOfMonth(to);
        if (firstMonth > lastMonth)
        {
            AddDays(from, to);
            return spans;
        }
        AddDays(from, firstMonth);
        AddMonths(firstMonth, lastMonth);
        AddDays(lastMonth, to);
        return spans;

        void AddDays(DateOnly start, DateOnly end)
        {
            if (start < end) spans.Add(new(Day, Number(start), Number(end), isSeries, 0));
        }

        void AddMonths(DateOnly start, DateOnly end)
        {
            var firstYear = start.Month == 1 ? start : new DateOnly(start.Year + 1, 1, 1);
            var lastYear = new DateOnly(end.Year, 1, 1);
            if (interval is Interval.Month or Interval.Quarter || firstYear >= lastYear)
            {
                if (start < end) spans.Add(new(Month, Number(start) / 100, Number(end) / 100, isSeries, 0));
                return;
            }
            if (start < firstYear) spans.Add(new(Month, Number(start) / 100, Number(firstYear) / 100, isSeries, 0));
            spans.Add(new(Year, firstYear.Year, lastYear.Year, isSeries, 0));
            if (lastYear < end) spans.Add(new(Month, Number(lastYear) / 100, Number(end) / 100, isSeries, 0));
        }
    }

    /// <summary>The bucket of a row of a stretch: its own, or that of the row's start.</summary>
    public static int BucketOf(TimeSpanOfCounts span, int start, Interval interval) => !span.IsSeries ? span.Bucket : Number(BucketOf(span.Grain switch
    {
        Day => Days.Date(start),
        Month => new DateOnly(start / 100, start % 100, 1),
        _ => new DateOnly(start, 1, 1),
    }, interval));

    /// <summary>The first day of the bucket that a day falls into; weeks begin on Monday (ISO 8601).</summary>
    public static DateOnly BucketOf(DateOnly day, Interval interval) => interval switch
    {
        Interval.Week => day.AddDays(-((int)day.DayOfWeek + 6) % 7),
        Interval.Month => FirstOfMonth(day),
        Interval.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        Interval.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(interval)),
    };

    /// <summary>The periods of surveys: those that employees' are closed by, the coarsest of them; calendar months for customers and for waves.</summary>
    public static Interval GridOf(IReadOnlyList<Survey> surveys, Audience audience) => audience == Audience.Customer ? Interval.Month
        : surveys.Select(s => s.Grid switch { "quarter" => Interval.Quarter, "year" => Interval.Year, _ => Interval.Month }).DefaultIfEmpty(Interval.Month).Max();

    /// <summary>A bucket's place among all there are of its length: that of the next one is higher by 1.</summary>
    public static int PlaceOf(DateOnly bucket, Interval interval) => interval switch
    {
        Interval.Week => bucket.DayNumber / 7,
        Interval.Month => bucket.Year * 12 + bucket.Month - 1,
        Interval.Quarter => bucket.Year * 4 + (bucket.Month - 1) / 3,
        _ => bucket.Year,
    };

    /// <summary>The bucket before one.</summary>
    public static DateOnly Before(DateOnly bucket, Interval interval) => BucketOf(bucket.AddDays(-1), interval);

    /// <summary>About how many buckets a range has.</summary>
    public static int Count(DateOnly from, DateOnly to, Interval interval) => interval switch
    {
        Interval.None => 1,
        Interval.Week => (to.DayNumber - from.DayNumber) / 7,
        Interval.Month => (to.Year - from.Year) * 12 + to.Month - from.Month,
        Interval.Quarter => (to.Year - from.Year) * 4,
        _ => to.Year - from.Year,
    };

    /// <summary>The first day after a bucket.</summary>
    public static DateOnly EndOf(DateOnly bucket, Interval interval) => interval switch
    {
        Interval.Week => bucket.AddDays(7),
        Interval.Month => bucket.AddMonths(1),
        Interval.Quarter => bucket.AddMonths(3),
        _ => bucket.AddYears(1),
    };

    /// <summary>The part of a bucket that lies in the range: its first day and the first day after.</summary>
    public static (DateOnly? From, DateOnly? To) Within(DayRange range, DateOnly bucket, Interval interval)
    {
        var end = EndOf(bucket, interval);
        return (range.From is { } from && from > bucket ? from : bucket, range.To is { } to && to < end ? to : end);
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static int Number(DateOnly day) => Days.Number(day);
}
