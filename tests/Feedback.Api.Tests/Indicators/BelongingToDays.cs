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

    [Test]
    public async Task A_response_without_an_instant_falls_on_today()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        Service.Clock.Now = new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero);
        await Service.Store(survey, Enumerable.Range(0, 5).Select(_ => Some.Response()));
        Assert.That((int?)(await Service.Row($"recommend?survey={survey}&from=2026-11-22&to=2026-11-23"))["n"], Is.EqualTo(5));
    }
}
