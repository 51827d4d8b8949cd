using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary><c>scale</c>: an instrument of the organisation's own gives what the library makes of the same people.</summary>
public sealed class MeasuringOwnScales(string engine) : GuestFixture(engine)
{
    private static readonly Construct Care = Construct.Parse("own.care");

    [Test]
    public async Task An_own_scale_has_its_mean_and_one_of_each_facet()
    {
        var row = await Service.Row($"scale?survey={Survey}&measure=own.care");
        row.AssertFigure(new Scale().Of(Count(), Care, Terms));
        Assert.That(row["components"]!.AsObject().Select(c => c.Key), Is.EqualTo(new[] { "pace", "room", "voice", "sd", "alpha", "alphaLow", "alphaHigh", "indicative", "effectiveN" }));
        var pace = People.Select(p => (int?)p["answers"]!["pace"]).OfType<int>().ToList();
        Assert.That((double)row["components"]!["pace"]!, Is.EqualTo(25 * (5 - pace.Average())).Within(1e-9), "asked backwards");
        Assert.That(row["components"]!["alpha"], Is.Not.Null);
    }

    [Test]
    public async Task Its_rows_are_those_of_their_people()
    {
        foreach (var row in await Service.Rows($"scale?survey={Survey}&measure=own.care&by=channel,level&where=unit:emea"))
            row.AssertFigure(Of(p => p.IsIn("emea") && p.About("channel") == (string?)row["channel"] && p.About("level") == (string?)row["level"]));
        var quarters = await Service.Rows($"scale?survey={Survey}&measure=own.care&interval=quarter");
        Assert.That(quarters, Has.Count.EqualTo(4));
        foreach (var row in quarters) row.AssertFigure(Of(In(row)));
    }

    [Test]
    public async Task Weighted_people_count_with_their_weight()
    {
        var row = await Service.Row($"scale?survey={Survey}&measure=own.care&weighted=true");
        row.AssertFigure(new Scale().Of(Count(), Care, Terms with { Weighted = true }));
        Assert.That((double)row["components"]!["effectiveN"]!, Is.LessThan((double)row["n"]!));
    }

    [Test]
    public async Task Surveys_with_another_number_of_items_are_pooled_on_scores()
    {
        var definition = Guests.Survey();
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "light", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "own.care.light" });
        var more = Guests.Some(80, seed: 4);
        foreach (var person in more) person["answers"]!["light"] = 4;
        var second = await Service.Publish(definition);
        await Service.Store(second, more);
        var row = await Service.Row($"scale?survey={Survey}&survey={second}&measure=own.care");
        row.AssertFigure(new Scale().Of(Count().Add(Counted.Of(definition, more)), Care, Terms));
        Assert.That((double)row["components"]!["light"]!, Is.EqualTo(75).Within(1e-9));
    }

    [Test]
    public async Task Employees_are_in_it_with_every_item_answered()
    {
        var people = Guests.Some(60, seed: 5);
        foreach (var person in people)
        {
            person.AsObject().Remove("weight");
            person["answeredAt"] = "2026-04-10T12:00:00Z";
        }
        var survey = await Service.Publish(Guests.Survey("employee"));
        await Service.Store(survey, people);
        await Service.Release("2026-04");
        var row = await Service.Row($"scale?survey={survey}&measure=own.care");
        var expected = new Scale().Of(Counted.Of(Guests.Survey(), people), Care, new Terms(Audience.Employee, 10));
        Assert.That((double)row["n"]!, Is.EqualTo((double)expected.N!.Value).Within(2.5).And.LessThan(people.Count - 2.5));
        Assert.That(row.Number("estimate"), Is.EqualTo(expected.Estimate!.Value).Within(.05));
    }

    [Test]
    public async Task Shapes_are_those_of_every_indicator()
    {
        await AssertWithheld($"scale?survey={Survey}&measure=own.care");
        await AssertShape($"scale?survey={Survey}&measure=own.care&by=channel");
    }

    [TestCase("", "invalid_parameter")]
    [TestCase("&measure=own.care.voice", "invalid_parameter")]
    [TestCase("&measure=item:voice", "invalid_parameter")]
    [TestCase("&measure=satisfaction", "invalid_parameter")]
    [TestCase("&measure=own", "invalid_parameter")]
    [TestCase("&measure=own.care&over=unit", "unknown_parameter")]
    [TestCase("&measure=own.care&measure=trust", "invalid_parameter")]
    [TestCase("&measure=own.care&by=touchpoint", "invalid_parameter")]
    public async Task What_is_no_scale_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/scale?survey={Survey}{query}").Problem(400, code);

    private Figure Of(Func<JsonNode, bool> meant) => new Scale().Of(Count(meant), Care, Terms);
}
