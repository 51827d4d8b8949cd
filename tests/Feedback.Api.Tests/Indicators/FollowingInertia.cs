using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary><c>inertia</c>: what was low in one period, and still is in the next.</summary>
public sealed class FollowingInertia(string engine) : GuestFixture(engine)
{
    private static readonly string[] Care = ["voice", "pace", "room"];

    internal override int MinimumGroup => 5;

    [TestCase("quarter", 3, "")]
    [TestCase("quarter", 3, "&level=1")]
    [TestCase("quarter", 3, "&threshold=62.5")]
    [TestCase("month", 1, "&threshold=60&from=2026-02-01&to=2026-07-01")]
    [TestCase("year", 12, "&threshold=70&level=2")]
    public async Task A_series_holds_each_period_against_the_one_before(string interval, int months, string query)
    {
        var rows = await Service.Rows($"inertia?survey={Survey}&interval={interval}{query}");
        Assert.That(rows.Select(r => r.Status()), Does.Contain("released"));
        var level = query.Contains("level", StringComparison.Ordinal) ? query[^1] - '0' : (int?)null;
        foreach (var row in rows) row.AssertFigure(Of(row, months, r => r.UnitAt(level), threshold: Threshold(query)));
    }

    [Test]
    public async Task The_first_period_of_a_range_has_one_before_it_and_the_first_of_all_has_none()
    {
        var within = await Service.Rows($"inertia?survey={Survey}&interval=quarter&from=2026-02-10&to=2026-09-05&threshold=60&level=1");
        Assert.That(within.Select(r => (string)r["from"]!), Is.EqualTo(new[] { "2026-02-10", "2026-04-01", "2026-07-01" }));
        within[0].AssertFigure(Of(within[0], 3, r => r.UnitAt(1), threshold: 60));
        within[1].AssertFigure(Of([.. People.Where(p => p.Day() >= new DateOnly(2026, 2, 10))], within[1], 3, r => r.UnitAt(1), _ => true, _ => true, 60, Terms));
        Assert.That(within.Take(2).Select(r => r.Status()), Is.All.EqualTo("released"));
        var first = (await Service.Rows($"inertia?survey={Survey}&interval=quarter&threshold=60&level=1"))[0];
        Assert.That(((string)first["from"]!, first.Status()), Is.EqualTo(("2025-10-01", "withheld")));
    }

    [TestCase("", "2026-09-01", "2026-10-01", Description = "the last one that is over and in which anybody answered")]
    [TestCase("&to=2026-06-15", "2026-05-01", "2026-06-01")]
    [TestCase("&period=2026-04", "2026-04-01", "2026-05-01")]
    [TestCase("&from=2026-03-01&to=2026-05-01", "2026-04-01", "2026-05-01")]
    public async Task Without_an_interval_it_is_the_last_whole_month(string query, string from, string to)
    {
        var row = await Service.Row($"inertia?survey={Survey}&threshold=60&level=1{query}");
        Assert.That(((string)row["from"]!, (string)row["to"]!), Is.EqualTo((from, to)));
        row.AssertFigure(Of(row, 1, r => r.UnitAt(1), threshold: 60));
        Assert.That(row.Status(), Is.EqualTo("released"));
    }

    [Test]
    public async Task A_month_that_is_running_is_not_over()
    {
        var survey = await Service.Publish(Guests.Survey());
        var people = Guests.Some(240, seed: 8);
        foreach (var (person, i) in people.Select((p, i) => (p, i))) person["answeredAt"] = $"2026-{9 + i % 3:D2}-07T12:00:00Z";
        await Service.Store(survey, people);
        var row = await Service.Row($"inertia?survey={survey}");
        Assert.That(((string)row["from"]!, (string)row["to"]!), Is.EqualTo(("2026-10-01", "2026-11-01")));
        Assert.That((string)(await Service.Row($"inertia?survey={survey}&period=2026-11"))["from"]!, Is.EqualTo("2026-11-01"), "unless it is what is asked for");
        row = await Service.Row($"inertia?survey={survey}&from=2026-10-15");
        Assert.That(((string?)row["from"], (string?)row["to"], row.Status()), Is.EqualTo(("2026-10-15", (string?)null, "withheld")), "no whole month");
    }

    [Test]
    public async Task Employees_are_held_against_the_period_before_of_their_survey()
    {
        var definition = Guests.Survey("employee");
        definition["period"] = "quarter";
        var survey = await Service.PublishByCode(definition);
        var people = Guests.Some(1_600, seed: 9);
        foreach (var person in people) person.AsObject().Remove("weight");
        await Service.StoreInvited(survey, people);
        foreach (var quarter in (string[])["2026-Q1", "2026-Q2", "2026-Q3"]) await Service.Release(quarter);
        var row = await Service.Row($"inertia?survey={survey}&threshold=60&level=1");
        Assert.That(((string)row["from"]!, (string)row["to"]!), Is.EqualTo(("2026-07-01", "2026-10-01")));
        var expected = Of(people, row, 3, r => r.UnitAt(1), _ => true, _ => true, 60, new Terms(Audience.Employee, 5));
        Assert.That(((string?)row["status"], (long?)row["n"]), Is.EqualTo(("released", expected.N)), "cells, which are not rounded");
    }

    [Test]
    public async Task A_measure_a_filter_and_a_breakdown_narrow_the_cells()
    {
        var care = await Service.Row($"inertia?survey={Survey}&measure=own.care&threshold=65&period=2026-Q2&interval=quarter");
        care.AssertFigure(Of(care, 3, r => r.About("unit"), item => Care.Contains(item), threshold: 65));
        Assert.That(care.Status(), Is.EqualTo("released"));
        var rows = await Service.Rows($"inertia?survey={Survey}&threshold=65&period=2026-Q2&interval=quarter&by=channel&where=unit:emea");
        Assert.That(rows.Select(r => r.Status()), Does.Contain("released").And.Contain("withheld"));
        foreach (var row in rows) row.AssertFigure(Of(row, 3, r => r.About("unit"), threshold: 65, meant: p => p.IsIn("emea") && p.About("channel") == (string?)row["channel"]));
    }

    [Test]
    public async Task Surveys_are_combined_and_the_same_code_for_another_measure_is_another_cell()
    {
        var definition = Guests.Survey();
        definition["items"]![8]!["measures"] = "own.other.overall";
        var more = Guests.Some(300, seed: 3);
        foreach (var person in more) person["answers"]!["overall"] = 1;
        var second = await Service.Publish(definition);
        await Service.Store(second, more);
        var row = await Service.Row($"inertia?survey={Survey}&survey={second}&threshold=55&period=2026-Q2&interval=quarter&level=1");
        Counts Cell(string unit, DateOnly from) => Counted.Of(Guests.Survey(), People.Where(Meant(unit, from))).Add(Counted.Of(definition, more.Where(Meant(unit, from))));
        var cells = new[] { "emea", "apac", "latam", "nordics", "africa" }.SelectMany(unit => Pair(Cell(unit, new(2026, 1, 1)), Cell(unit, new(2026, 4, 1)), Terms)).ToList();
        Assert.That(cells, Has.Count.EqualTo(5 * 16), "fifteen items and one that two surveys mean differently");
        row.AssertFigure(new Inertia().Of(cells, Terms, 55));

        static Func<JsonNode, bool> Meant(string unit, DateOnly from) => p => p.UnitAt(1) == unit && p.Day() >= from && p.Day() < from.AddMonths(3);
    }

    [Test]
    public async Task Nothing_low_is_undefined_and_little_is_insufficient()
    {
        var none = await Service.Row($"inertia?survey={Survey}&threshold=0&period=2026-Q2&interval=quarter&level=1");
        Assert.That((none.Status(), (int?)none["n"], none["estimate"]), Is.EqualTo(("undefined", 0, (JsonNode?)null)));
        var few = await Service.Row($"inertia?survey={Survey}&threshold=45&measure=effort&period=2026-Q2&interval=quarter&level=1");
        few.AssertFigure(Of(few, 3, r => r.UnitAt(1), item => item == "easy", 45));
        Assert.That(few.Status(), Is.EqualTo("insufficient").Or.EqualTo("undefined"));
    }

    [Test]
    public async Task Nobody_is_withheld()
    {
        var survey = await Service.Publish(Guests.Survey());
        Assert.That((await Service.Row($"inertia?survey={survey}")).Status(), Is.EqualTo("withheld"));
        Assert.That(await Service.Rows($"inertia?survey={survey}&interval=month"), Is.Empty);
        Assert.That(await Service.Rows($"inertia?survey={survey}&by=channel"), Is.Empty);
    }

    [Test]
    public async Task Shapes_are_those_of_every_indicator()
    {
        await AssertWithheld($"inertia?survey={Survey}&threshold=60&interval=quarter&period=2026-Q2");
        await AssertShape($"inertia?survey={Survey}&threshold=60&interval=quarter&by=channel");
    }

    [TestCase("threshold=101", "invalid_parameter")]
    [TestCase("threshold=-1", "invalid_parameter")]
    [TestCase("threshold=low", "invalid_parameter")]
    [TestCase("threshold=1e1", "invalid_parameter")]
    [TestCase("threshold=", "invalid_parameter")]
    [TestCase("over=unit", "unknown_parameter")]
    [TestCase("by=item", "unknown_dimension")]
    [TestCase("weighted=true", "invalid_parameter")]
    [TestCase("measure=happiness", "invalid_parameter")]
    public async Task What_it_does_not_know_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/inertia?survey={Survey}&{query}").Problem(400, code);

    private static double Threshold(string query) => query.Split('&').FirstOrDefault(p => p.StartsWith("threshold=", StringComparison.Ordinal)) is { } given
        ? double.Parse(given["threshold=".Length..], System.Globalization.CultureInfo.InvariantCulture) : 50;

    private Figure Of(JsonNode row, int months, Func<JsonNode, string?> unitOf, Func<string, bool>? items = null, double threshold = 50, Func<JsonNode, bool>? meant = null) =>
        Of(People, row, months, unitOf, items ?? (_ => true), meant ?? (_ => true), threshold, Terms);

    /// <summary>The figure of a row's days against the whole period before the one they lie in.</summary>
    private static Figure Of(List<JsonNode> people, JsonNode row, int months, Func<JsonNode, string?> unitOf, Func<string, bool> items, Func<JsonNode, bool> meant, double threshold, Terms terms)
    {
        var from = DateOnly.ParseExact((string)row["from"]!, "yyyy-MM-dd", null);
        var start = new DateOnly(from.Year, (from.Month - 1) / months * months + 1, 1);
        var before = people.Where(p => meant(p) && p.Day() >= start.AddMonths(-months) && p.Day() < start).ToLookup(unitOf);
        var after = people.Where(p => meant(p) && In(row)(p)).ToLookup(unitOf);
        var cells = after.Where(unit => unit.Key is not null).SelectMany(unit => Pair(Counted.Of(Guests.Survey(), before[unit.Key]), Counted.Of(Guests.Survey(), unit), terms, items));
        return new Inertia().Of([.. cells], terms, threshold);
    }

    private static IEnumerable<InertiaCell> Pair(Counts before, Counts after, Terms terms, Func<string, bool>? items = null) =>
        after.Items.Where(i => items?.Invoke(i.Item) != false).Select(i => new InertiaCell(
            Moments.OfItems(before.Items.Where(b => b.Item == i.Item && b.Measure == i.Measure), terms), Moments.OfItems([i], terms)));
}
