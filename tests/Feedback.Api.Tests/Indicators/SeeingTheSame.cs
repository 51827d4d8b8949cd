using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary><c>agreement</c>: how far people in one place give the same answer.</summary>
public sealed class SeeingTheSame(string engine) : GuestFixture(engine)
{
    [TestCase("", "satisfaction", 1)]
    [TestCase("&measure=own.care", "own.care", 3)]
    [TestCase("&measure=engagement", "engagement", 5)]
    [TestCase("&measure=item:pace", "item:pace", 1)]
    public async Task A_group_agrees_on_an_item_or_on_all_of_a_scale(string query, string measure, int items)
    {
        var row = await Service.Row($"agreement?survey={Survey}{query}");
        row.AssertFigure(Of(measure, _ => true));
        Assert.That((row.Status(), (int?)row["components"]!["itemsUsed"]), Is.EqualTo(("released", items)));
    }

    [Test]
    public async Task Its_rows_are_those_of_their_people()
    {
        foreach (var row in await Service.Rows($"agreement?survey={Survey}&measure=own.care&by=channel,level&where=unit:emea"))
            row.AssertFigure(Of("own.care", p => p.IsIn("emea") && p.About("channel") == (string?)row["channel"] && p.About("level") == (string?)row["level"]));
        var quarters = await Service.Rows($"agreement?survey={Survey}&interval=quarter");
        Assert.That(quarters, Has.Count.EqualTo(4));
        foreach (var row in quarters) row.AssertFigure(Of("satisfaction", In(row)));
    }

    [Test]
    public async Task Surveys_are_combined()
    {
        var more = Guests.Some(80, seed: 3);
        var second = await Service.Publish(Guests.Survey());
        await Service.Store(second, more);
        (await Service.Row($"agreement?survey={Survey}&survey={second}")).AssertFigure(new Agreement().Of(Counted.Of(Guests.Survey(), [.. People, .. more]), Construct.Parse("satisfaction"), Terms));
    }

    [TestCase(29, "withheld")]
    [TestCase(30, "released")]
    public async Task Employees_are_shown_from_three_times_k_on(int people, string status)
    {
        var survey = await Service.Publish(Guests.Survey("employee"));
        await Service.Store(survey, Enumerable.Range(0, people).Select(i => new JsonObject
        {
            ["answeredAt"] = "2026-04-10T12:00:00Z",
            ["answers"] = new JsonObject { ["pride"] = 1 + i % 5, ["advocacy"] = 2 + i % 3, ["attachment"] = 3, ["inspiration"] = 4 - i % 2, ["motivation"] = 3 },
        }));
        await Service.Release("2026-04");
        Assert.That((await Service.Row($"agreement?survey={survey}")).Status(), Is.EqualTo(status));
    }

    [Test]
    public async Task Shapes_are_those_of_every_indicator()
    {
        await AssertWithheld($"agreement?survey={Survey}");
        await AssertShape($"agreement?survey={Survey}&by=level,channel");
    }

    [TestCase("measure=experience", "invalid_parameter")]
    [TestCase("measure=happiness", "invalid_parameter")]
    [TestCase("weighted=true", "invalid_parameter")]
    [TestCase("over=unit", "unknown_parameter")]
    [TestCase("level=1", "unknown_parameter")]
    public async Task What_it_does_not_know_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/agreement?survey={Survey}&{query}").Problem(400, code);

    private Figure Of(string measure, Func<JsonNode, bool> meant) => new Agreement().Of(Count(meant), Construct.Parse(measure), Terms);
}
