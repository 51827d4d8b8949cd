using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Ranges of days and series give what the answers of those days give by definition.</summary>
public sealed class CuttingByTime(string engine) : AirportFixture(engine)
{
    [Test]
    public async Task A_range_holds_its_first_day_and_not_its_last()
    {
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var from = new DateOnly(2025, 9, 1).AddDays(random.Next(420));
            var to = from.AddDays(1 + random.Next(i % 4 == 0 ? 40 : 400));
            var row = await Service.Row($"recommend?survey={Survey}&from={from.Day()}&to={to.Day()}");
            Visit.AssertRecommend(row, Visits.Where(v => v.Day >= from && v.Day < to));
            Assert.That(((string?)row["from"], (string?)row["to"]), Is.EqualTo((from.Day(), to.Day())));
        }
    }

    [Test]
    public async Task Open_ends_take_all_there_is()
    {
        var day = new DateOnly(2026, 3, 15);
        Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}"), Visits);
        Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}&from={day.Day()}"), Visits.Where(v => v.Day >= day));
        Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}&to={day.Day()}"), Visits.Where(v => v.Day < day));
    }

    [TestCase("2026-02", "2026-02-01", "2026-03-01")]
    [TestCase("2025-Q4", "2025-10-01", "2026-01-01")]
    [TestCase("2026", "2026-01-01", "2027-01-01")]
    public async Task A_period_is_its_days(string period, string from, string to)
    {
        var row = await Service.Row($"recommend?survey={Survey}&period={period}");
        Assert.That(((string?)row["from"], (string?)row["to"]), Is.EqualTo((from, to)));
        Visit.AssertRecommend(row, Visits.Where(v => v.Day.Day().CompareTo(from) >= 0 && v.Day.Day().CompareTo(to) < 0));
    }

    [TestCase("week", "")]
    [TestCase("month", "")]
    [TestCase("quarter", "")]
    [TestCase("year", "")]
    [TestCase("week", "&from=2025-12-03&to=2026-02-18")]
    [TestCase("month", "&from=2025-12-03&to=2026-05-18")]
    [TestCase("quarter", "&from=2025-12-03&to=2026-10-18")]
    [TestCase("year", "&from=2025-12-03&to=2026-10-18")]
    [TestCase("month", "&from=2024-01-01&to=2024-04-01")]
    public async Task A_series_is_made_of_its_parts(string interval, string range)
    {
        var rows = await Service.Rows($"recommend?survey={Survey}&interval={interval}{range}");
        foreach (var row in rows) Visit.AssertRecommend(row, In(row));
        foreach (var (row, next) in rows.Zip(rows.Skip(1))) Assert.That((string?)next["from"], Is.EqualTo((string?)row["to"]), "no bucket is left out");
        var whole = await Service.Row($"recommend?survey={Survey}{range}");
        if (rows.All(r => r.Status() == "released"))
        {
            Assert.That(rows.Sum(r => (long)r["n"]!), Is.EqualTo((long)whole["n"]!));
            Assert.That(rows.Sum(r => r.Number("estimate") * (long)r["n"]!) / (long)whole["n"]!, Is.EqualTo(whole.Number("estimate")).Within(1e-9));
        }
        Assert.That(rows.Sum(r => In(r).Count()), Is.EqualTo(range.Length == 0 ? Visits.Count : In(whole).Count()));
    }

    [Test]
    public async Task A_series_by_a_dimension_has_the_groups_that_are_there()
    {
        var rows = await Service.Rows($"recommend?survey={Survey}&interval=quarter&by=boardingArea");
        foreach (var row in rows) Visit.AssertRecommend(row, In(row).Where(v => v.Area == (string?)row["boardingArea"]));
        var expected = Real.GroupBy(v => (v.Day.Year, (v.Day.Month - 1) / 3, v.Area)).Count();
        Assert.That(rows, Has.Count.EqualTo(expected));
    }

    [TestCase("from=2026-02-30")]
    [TestCase("from=2026-03-01&to=2026-03-01")]
    [TestCase("from=2026-03-01&to=2026-02-01")]
    [TestCase("from=yesterday")]
    [TestCase("from=")]
    [TestCase("period=2026-13")]
    [TestCase("period=2026-Q5")]
    [TestCase("period=2026-02&from=2026-01-01")]
    [TestCase("interval=day")]
    [TestCase("interval=none")]
    [TestCase("interval=")]
    [TestCase("from=2026-01-01&from=2026-02-01")]
    public async Task A_time_that_cannot_be_is_refused(string query) =>
        await Service.Read.GetAsync($"/v1/indicators/recommend?survey={Survey}&{query}").Problem(400, "invalid_parameter");

    private IEnumerable<Visit> In(JsonNode row) =>
        Visits.Where(v => string.CompareOrdinal(v.Day.Day(), (string)row["from"]!) >= 0 && string.CompareOrdinal(v.Day.Day(), (string)row["to"]!) < 0);
}
