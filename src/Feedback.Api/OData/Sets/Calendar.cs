using System.Globalization;

namespace Feedback.Api.OData.Sets;

/// <summary>One row a day, from the first year that holds anything to the last: what dates of the other sets are joined with. Weeks are those of ISO 8601.</summary>
public sealed class Calendar : FeedSet<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override string Name => "Calendar";

    public override string TypeName => "Day";

    public override IReadOnlyList<FeedColumn<DateOnly>> Columns { get; } =
    [
        FeedColumn<DateOnly>.Text("key", d => d.ToString(Form, CultureInfo.InvariantCulture), isNullable: false),
        FeedColumn<DateOnly>.Day("day", d => d, isNullable: false),
        FeedColumn<DateOnly>.Whole("year", d => d.Year, isNullable: false),
        FeedColumn<DateOnly>.Whole("quarter", d => QuarterOf(d), isNullable: false),
        FeedColumn<DateOnly>.Text("yearQuarter", d => string.Create(CultureInfo.InvariantCulture, $"{d.Year:D4}-Q{QuarterOf(d)}"), isNullable: false),
        FeedColumn<DateOnly>.Whole("month", d => d.Month, isNullable: false),
        FeedColumn<DateOnly>.Text("yearMonth", d => d.ToString("yyyy-MM", CultureInfo.InvariantCulture), isNullable: false),
        FeedColumn<DateOnly>.Text("monthName", d => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(d.Month), isNullable: false),
        FeedColumn<DateOnly>.Whole("dayOfMonth", d => d.Day, isNullable: false),
        FeedColumn<DateOnly>.Whole("isoYear", d => ISOWeek.GetYear(d.ToDateTime(TimeOnly.MinValue)), isNullable: false),
        FeedColumn<DateOnly>.Whole("isoWeek", d => ISOWeek.GetWeekOfYear(d.ToDateTime(TimeOnly.MinValue)), isNullable: false),
        FeedColumn<DateOnly>.Whole("weekday", d => WeekdayOf(d), isNullable: false),
        FeedColumn<DateOnly>.Text("weekdayName", d => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(d.DayOfWeek), isNullable: false),
        FeedColumn<DateOnly>.Day("firstOfMonth", d => new DateOnly(d.Year, d.Month, 1), isNullable: false),
        FeedColumn<DateOnly>.Day("firstOfQuarter", d => new DateOnly(d.Year, QuarterOf(d) * 3 - 2, 1), isNullable: false),
        FeedColumn<DateOnly>.Day("firstOfYear", d => new DateOnly(d.Year, 1, 1), isNullable: false),
    ];

    public override string PositionOf(DateOnly row) => row.ToString(Form, CultureInfo.InvariantCulture);

    public override async IAsyncEnumerable<DateOnly> Read(FeedScope scope, FeedFilter filter, string? after)
    {
        var years = (await AnsweredDays.OfCustomers(scope)).Select(d => d.Year)
            .Concat((await Periods.OfEmployees(scope)).SelectMany(p => (int[])[p.From.Year, (p.To?.AddDays(-1) ?? scope.Read.Today).Year])).ToList();
        if (years.Count == 0) yield break;
        var day = new DateOnly(years.Min(), 1, 1);
        if (after is not null && DateOnly.TryParseExact(after, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && last >= day) day = last.AddDays(1);
        for (; day.Year <= years.Max(); day = day.AddDays(1)) yield return day;
    }

    private static int QuarterOf(DateOnly day) => (day.Month + 2) / 3;

    /// <summary>1 for Monday.</summary>
    private static int WeekdayOf(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;
}
