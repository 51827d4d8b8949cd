namespace Feedback.Api.Demo;

/// <summary>The demo's months: 18 whole ones, numbered from 0, and the days of the running month up to yesterday, number 18.</summary>
internal sealed class DemoCalendar(DateOnly today)
{
    public const int WholeMonths = 18;

    /// <summary>The days of a month on which the pulse is open.</summary>
    private const int FirstPulseDay = 8, PulseDays = 10;

    public DateOnly First { get; } = new DateOnly(today.Year, today.Month, 1).AddMonths(-WholeMonths);

    public DateOnly Yesterday { get; } = today.AddDays(-1);

    /// <summary>The first day of a month.</summary>
    public DateOnly Month(int number) => First.AddMonths(number);

    public int NumberOf(DateOnly day) => (day.Year - First.Year) * 12 + day.Month - First.Month;

    /// <summary>A day on which somebody answers the pulse of a month: most do so early.</summary>
    public DateOnly PulseDay(int month, Dice dice) => PulseStart(month).AddDays((int)(PulseDays * dice.Unit() * dice.Unit()));

    /// <summary>The first day of a month's pulse, on which everybody is invited.</summary>
    public DateOnly PulseStart(int month) => Month(month).AddDays(FirstPulseDay - 1);

    /// <summary>The Monday of a day's week, on which customers are invited.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>How many customers answer on each of <see cref="Days"/>, relative to each other: fewer at weekends, a fifth more at the end than at the beginning.</summary>
    public double[] CustomerWeights()
    {
        var days = Days();
        return [.. days.Select((d, i) => d.DayOfWeek switch { DayOfWeek.Saturday => .6, DayOfWeek.Sunday => .35, _ => 1 } * (1 + .2 * i / days.Length))];
    }

    /// <summary>Every day that customers answer on.</summary>
    public DateOnly[] Days() => [.. Enumerable.Range(0, Yesterday.DayNumber - First.DayNumber + 1).Select(First.AddDays)];
}
