namespace Feedback.Api.Tests.Indicators;

/// <summary>An answer belongs to the day it had in the organisation's time zone.</summary>
public sealed class BelongingToDays(string engine) : ServiceFixture(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Feedback:TimeZone"] = "Europe/Berlin",
        ["Feedback:MinimumGroup"] = "5",
    };

    [TestCase("2026-01-31T22:59:59Z", "2026-01-31")]
    [TestCase("2026-01-31T23:30:00Z", "2026-02-01")]
    [TestCase("2026-01-31T23:30:00+01:00", "2026-01-31")]
    [TestCase("2026-03-28T22:59:59Z", "2026-03-28", Description = "the day before summer time")]
    [TestCase("2026-03-28T23:30:00Z", "2026-03-29", Description = "the day of 23 hours")]
    [TestCase("2026-03-29T21:59:59Z", "2026-03-29")]
    [TestCase("2026-03-29T22:30:00Z", "2026-03-30")]
    [TestCase("2026-10-24T22:30:00Z", "2026-10-25", Description = "the day of 25 hours")]
    [TestCase("2026-10-25T22:30:00Z", "2026-10-25")]
    [TestCase("2026-10-25T23:30:00Z", "2026-10-26")]
    [TestCase("2025-12-31T23:00:00Z", "2026-01-01")]
    public async Task An_instant_falls_on_the_day_of_the_organisation(string instant, string day)
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Enumerable.Range(0, 5).Select(_ =>
        {
            var response = Some.Response();
            response["answeredAt"] = instant;
            return response;
        }));
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        var row = await Service.Row($"recommend?survey={survey}&from={day}&to={date.AddDays(1).Day()}");
        Assert.That((int?)row["n"], Is.EqualTo(5));
        var month = (await Service.Rows($"recommend?survey={survey}&interval=month")).Single();
        Assert.That((string?)month["from"], Is.EqualTo(day[..8] + "01"));
        await Service.Folded();
        Assert.That((int?)(await Service.Row($"recommend?survey={survey}&from={day}&to={date.AddDays(1).Day()}"))["n"], Is.EqualTo(5));
    }

    /// <summary>Midnight lies at 23:00 UTC in winter and at 22:00 in summer; both changes are on a Sunday, the last day of a week.</summary>
    [TestCase(
        "2026-03-28T22:59:00Z 2026-03-28", "2026-03-28T23:01:00Z 2026-03-29", "2026-03-29T21:59:00Z 2026-03-29", "2026-03-29T22:01:00Z 2026-03-30",
        "2026-03-31T21:59:00Z 2026-03-31", "2026-03-31T22:01:00Z 2026-04-01", Description = "the day of 23 hours")]
    [TestCase(
        "2026-10-24T21:59:00Z 2026-10-24", "2026-10-24T22:01:00Z 2026-10-25", "2026-10-25T22:59:00Z 2026-10-25", "2026-10-25T23:01:00Z 2026-10-26",
        "2026-10-31T22:59:00Z 2026-10-31", "2026-10-31T23:01:00Z 2026-11-01", Description = "the day of 25 hours")]
    public async Task A_minute_before_and_after_midnight_fall_on_their_days_weeks_and_months(params string[] instants)
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        // Each instant has a number of people of its own, so that none can stand in for another.
        var groups = instants.Select((text, i) => (Instant: text.Split(' ')[0], Day: DateOnly.ParseExact(text.Split(' ')[1], "yyyy-MM-dd", null), People: 5 + (1 << i))).ToList();
        await Service.Store(survey, groups.SelectMany(g => Enumerable.Range(0, g.People).Select(_ =>
        {
            var response = Some.Response();
            response["answeredAt"] = g.Instant;
            return response;
        })));
        await AssertAll();
        await Service.Folded();
        await AssertAll();

        async Task AssertAll()
        {
            foreach (var day in groups.GroupBy(g => g.Day))
                Assert.That((int?)(await Service.Row($"recommend?survey={survey}&from={day.Key.Day()}&to={day.Key.AddDays(1).Day()}"))["n"], Is.EqualTo(day.Sum(g => g.People)), day.Key.Day());
            await AssertSeries("week", day => day.AddDays(-((int)day.DayOfWeek + 6) % 7), first => first.AddDays(7));
            await AssertSeries("month", day => new(day.Year, day.Month, 1), first => first.AddMonths(1));
        }

        async Task AssertSeries(string interval, Func<DateOnly, DateOnly> startOf, Func<DateOnly, DateOnly> endOf) => Assert.That(
            (await Service.Rows($"recommend?survey={survey}&interval={interval}")).Select(r => ((string?)r["from"], (string?)r["to"], (int?)r["n"])),
            Is.EqualTo(groups.GroupBy(g => startOf(g.Day)).Select(b => (b.Key.Day(), endOf(b.Key).Day(), b.Sum(g => g.People)))), interval);
    }

    [Test]
    public async Task A_response_without_an_instant_falls_on_today()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        Service.Clock.Now = new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero);
        await Service.Store(survey, Enumerable.Range(0, 5).Select(_ => Some.Response()));
        Assert.That((int?)(await Service.Row($"recommend?survey={survey}&from=2026-11-22&to=2026-11-23"))["n"], Is.EqualTo(5));
    }
}
