using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary><c>silo</c>: how much of the differences between people lies between their units.</summary>
public sealed class FindingSilos(string engine) : GuestFixture(engine)
{
    [Test]
    public async Task Units_are_compared_as_the_answers_name_them()
    {
        var row = await Service.Row($"silo?survey={Survey}");
        row.AssertFigure(Of("satisfaction", p => p.About("unit"), _ => true));
        Assert.That(((string)row["status"]!, (int)row["components"]!["units"]!), Is.EqualTo(("released", 11)));
    }

    [TestCase(1, 5)]
    [TestCase(2, 5)]
    public async Task At_a_level_each_is_counted_under_the_unit_above_it(int level, int units)
    {
        var row = await Service.Row($"silo?survey={Survey}&measure=own.care&level={level}");
        row.AssertFigure(Of("own.care", p => p.UnitAt(level), _ => true));
        Assert.That((int)row["components"]!["units"]!, Is.EqualTo(units));
        var scored = Scores("own.care", _ => true).N;
        Assert.That((double)row["components"]!["coverage"]!, Is.EqualTo(Scores("own.care", p => p.UnitAt(level) is not null).N / (double)scored).Within(1e-12).And.LessThan(1), "people without a unit, or above the level, are in none");
    }

    [Test]
    public async Task Below_the_last_level_there_is_one_unit_and_no_figure()
    {
        var row = await Service.Row($"silo?survey={Survey}&level=3");
        row.AssertFigure(Figure.Insufficient(Scores("satisfaction", p => p.About("unit") == "shops").N));
    }

    [TestCase("own.care")]
    [TestCase("engagement")]
    [TestCase("effort")]
    [TestCase("collaboration")]
    [TestCase("item:pace")]
    public async Task Any_dimension_and_any_measure_will_do(string measure)
    {
        foreach (var row in await Service.Rows($"silo?survey={Survey}&measure={measure}&over=channel&by=level"))
            row.AssertFigure(Of(measure, p => p.About("channel"), p => p.About("level") == (string?)row["level"]));
    }

    [Test]
    public async Task What_everybody_says_of_collaboration_stands_beside()
    {
        var row = await Service.Row($"silo?survey={Survey}&where=channel:web");
        var answers = People.Where(p => p.About("channel") == "web").Select(p => (int?)p["answers"]!["together"]).OfType<int>().ToList();
        Assert.That((double)row["components"]!["collaboration"]!, Is.EqualTo(25 * (answers.Average() - 1)).Within(1e-9));
        var without = Guests.Survey();
        without["items"]!.AsArray().RemoveAt(9);
        var people = Guests.Some(300, seed: 2);
        foreach (var person in people) person["answers"]!.AsObject().Remove("together");
        var survey = await Service.Publish(without);
        await Service.Store(survey, people);
        Assert.That((await Service.Row($"silo?survey={survey}")) is var unasked && unasked.Status() == "released" && unasked["components"]!["collaboration"] is null);
    }

    [Test]
    public async Task A_series_and_a_filter_by_unit_go_together()
    {
        var rows = await Service.Rows($"silo?survey={Survey}&interval=quarter&where=unit:emea&from=2026-01-01&to=2026-10-01");
        Assert.That(rows, Has.Count.EqualTo(3));
        foreach (var row in rows) row.AssertFigure(Of("satisfaction", p => p.About("unit"), p => In(row)(p) && p.IsIn("emea")));
        Assert.That(rows.Select(r => r.Status()), Does.Contain("released"));
    }

    [Test]
    public async Task Surveys_are_combined()
    {
        var more = Guests.Some(200, seed: 3);
        var second = await Service.Publish(Guests.Survey());
        await Service.Store(second, more);
        var row = await Service.Row($"silo?survey={Survey}&survey={second}&level=1");
        row.AssertFigure(Of([.. People, .. more], "satisfaction", p => p.UnitAt(1)));
    }

    [Test]
    public async Task Shapes_are_those_of_every_indicator()
    {
        await AssertWithheld($"silo?survey={Survey}");
        await AssertShape($"silo?survey={Survey}&by=level&interval=year");
    }

    [TestCase("over=channel,unit", "invalid_parameter")]
    [TestCase("over=weather", "unknown_dimension")]
    [TestCase("over=touchpoint", "unknown_dimension")]
    [TestCase("over=channel&level=2", "invalid_parameter")]
    [TestCase("level=0", "invalid_parameter")]
    [TestCase("level=two", "invalid_parameter")]
    [TestCase("by=unit", "invalid_parameter")]
    [TestCase("measure=experience", "invalid_parameter")]
    [TestCase("measure=happiness", "invalid_parameter")]
    [TestCase("weighted=true", "invalid_parameter")]
    [TestCase("senior=level:senior", "unknown_parameter")]
    public async Task What_it_cannot_compare_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/silo?survey={Survey}&{query}").Problem(400, code);

    [Test]
    public async Task An_item_that_nobody_asks_is_not_found() =>
        await Service.Read.GetAsync($"/v1/indicators/silo?survey={Survey}&measure=item:weather").Problem(404, "unknown_item");

    private Moments Scores(string measure, Func<JsonNode, bool> meant) => Construct.Parse(measure).Scores(Count(meant), Terms);

    private Figure Of(string measure, Func<JsonNode, string?> groupOf, Func<JsonNode, bool> meant) => Of([.. People.Where(meant)], measure, groupOf);

    private Figure Of(List<JsonNode> people, string measure, Func<JsonNode, string?> groupOf)
    {
        var everybody = Counted.Of(Guests.Survey(), people);
        Moments[] groups = [.. people.Where(p => groupOf(p) is not null).GroupBy(groupOf).Select(g => Construct.Parse(measure).Scores(Counted.Of(Guests.Survey(), g), Terms))];
        return new Silo().Of(groups, Terms, Moments.OfItems(everybody.Items.Where(i => i.Measure == "collaboration"), Terms), Construct.Parse(measure).Scores(everybody, Terms).N);
    }
}
