using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>What goes with an outcome of employees is worked out when a period is released, for the questions that their survey declares.</summary>
public sealed class DeclaringDrivers(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Drivers = ["price", "wait"], Asked = [.. Drivers, "cap", "rel", "hum"];

    private readonly List<Guest> _guests = [.. Guest.Some(900).Select(g => g with { Day = new DateOnly(2026, g.Day.Month, 1), Unit = null })];

    [TestCase(99, "insufficient")]
    [TestCase(100, "released")]
    public async Task The_figures_are_the_librarys_on_complete_cases_from_a_hundred_on(int complete, string status)
    {
        var (survey, people) = await Released(complete);
        var rows = await Service.Rows($"drivers?survey={survey}&outcome=trust&drivers=wait,price");
        Assert.That(rows.Select(r => (string?)r["driver"]), Is.EqualTo(new[] { "wait", "price" }), "in the order asked");
        Assert.That(rows.Select(r => r.Status()), Is.All.EqualTo(status));
        Assert.That(rows.Select(r => (string?)r["from"]), Is.All.EqualTo("2026-01-01"));
        Assert.That(rows.Select(r => r.Number("n")), Is.All.EqualTo(complete).Within(2.5));
        if (status != "released") return;
        var expected = new Feedback.Indicators.Drivers().Rows(["wait", "price"], [.. people.Select(g => g.Pattern(["wait", "price"], x => x.Trust)!.Value)], new Terms(Audience.Employee, 10));
        foreach (var (row, figure) in rows.Zip(expected.Select(e => e.Figure)))
        {
            Assert.That(row["components"]!["rawWeight"], Is.Null);
            foreach (var (name, value) in new[] { ("estimate", figure.Estimate), ("low", figure.Low), ("high", figure.High) }) Assert.That(row.Number(name), Is.EqualTo(value).Within(.05 + 1e-9), name);
        }
    }

    [Test]
    public async Task What_was_not_declared_is_withheld()
    {
        var (survey, _) = await Released(100);
        Assert.That((await Service.Rows($"drivers?survey={survey}&outcome=trust&drivers=price,wait")).Select(r => r.Status()), Is.All.EqualTo("released"));
        foreach (var query in (string[])["outcome=nps&drivers=price,wait", "outcome=trust&drivers=price,staff", "outcome=trust&drivers=price,wait,staff", "outcome=item:clean3&drivers=price,wait"])
        {
            foreach (var row in await Service.Rows($"drivers?survey={survey}&{query}"))
            {
                Assert.That(row.Status(), Is.EqualTo("withheld"), query);
                Assert.That(row["components"]!.AsObject().Select(c => c.Value).Append(row["estimate"]).Append(row["n"]), Is.All.Null);
            }
        }
        foreach (var cut in (string[])["by=channel", "where=channel:web", "where=unit:emea"]) await Service.Read.GetAsync($"/v1/indicators/drivers?survey={survey}&outcome=trust&drivers=price,wait&{cut}").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task A_later_wish_counts_for_the_next_period()
    {
        var survey = await Service.Publish(Survey("month"));
        await Store(survey, 1);
        await Service.Release("2026-01");
        await Service.Publish(Survey("month", Question("trust", Drivers)), survey);
        await Store(survey, 2);
        await Service.Release("2026-02");
        var query = $"drivers?survey={survey}&outcome=trust&drivers=price,wait";
        Assert.That((await Service.Rows(query + "&period=2026-01")).Select(r => r.Status()), Is.All.EqualTo("withheld"));
        Assert.That((await Service.Rows(query + "&period=2026-02")).Select(r => r.Status()), Is.All.EqualTo("released"));
        Assert.That((await Service.Rows(query)).Select(r => r.Status()), Is.All.EqualTo("released"), "the latest");
        Assert.That((await Service.Rows(query + "&period=2026-Q1")).Select(r => r.Status()), Is.All.EqualTo("withheld"), "shares of two periods do not add up");
        await Service.Read.GetAsync($"/v1/indicators/{query}&period=2026-03").Problem(404, "period_not_released");

        // A question that is declared no more is not answered of what comes, and still of what was.
        await Service.Publish(Survey("month", Question("nps", Drivers)), survey);
        await Store(survey, 3);
        await Service.Release("2026-03");
        Assert.That((await Service.Rows(query + "&period=2026-03")).Select(r => r.Status()), Is.All.EqualTo("withheld"));
        Assert.That((await Service.Rows(query + "&period=2026-02")).Select(r => r.Status()), Is.All.EqualTo("released"));
    }

    [Test]
    public async Task A_release_keeps_its_figures_when_somebody_is_erased()
    {
        var (survey, people) = await Released(120, merged: true);
        var address = $"/v1/indicators/drivers?survey={survey}&outcome=trust&drivers=price,wait";
        var before = await Service.Read.GetStringAsync(address);
        Assert.That(JsonNode.Parse(before)!["value"]![0]!.Number("n"), Is.EqualTo(people.Count), "those of the period that was too small among them");
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{_first}")).StatusCode, Is.EqualTo(202));
        Assert.That(await Service.Read.GetStringAsync(address), Is.EqualTo(before));
        Assert.That(await Service.Number("select count(*) from released_rows r join survey s on s.id = r.survey where s.survey_key = @survey", new { survey }), Is.EqualTo(1));
    }

    [Test]
    public async Task More_answers_than_people_are_withheld()
    {
        var survey = await Service.Publish(Survey("month", Question("trust", Drivers)));
        try
        {
            await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray(new JsonObject { ["code"] = "small", ["name"] = "Small", ["headcount"] = 50 }) }).Body();
            await Store(survey, 4);
            await Service.Release("2026-04");
            Assert.That((await Service.Rows($"drivers?survey={survey}&outcome=trust&drivers=price,wait")).Select(r => r.Status()), Is.All.EqualTo("withheld"));
        }
        finally
        {
            await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray() }).Body();
        }
    }

    private Guid _first;

    /// <summary>A survey whose year 2026 is released, with so many complete cases, those, and others who left something out or tried it.</summary>
    private async Task<(string Survey, List<Guest> Complete)> Released(int complete, bool merged = false)
    {
        var survey = await Service.Publish(Survey("year", Question("trust", Drivers)));
        var all = _guests.Where(g => !g.IsTest && g.Complete(Asked)).ToList();
        var people = all.Take(complete).ToList();
        if (merged)
        {
            // Five answered in the year before: too few for a release of their own.
            await Service.StoreInvited(survey, people.Take(5).Select(g => (g with { Day = new DateOnly(2025, 5, 1) }).ToJson()));
            await Service.Release("2025");
        }
        var responses = people.Skip(merged ? 5 : 0).Concat(_guests.Except(all)).Select(g => g.ToJson()).ToList();
        responses[0]["id"] = (_first = Guid.NewGuid()).ToString();
        await Service.StoreInvited(survey, responses);
        await Service.Release("2026");
        return (survey, people);
    }

    private Task Store(string survey, int month) => Service.StoreInvited(survey, _guests.Where(g => !g.IsTest && g.Complete([.. Asked, "nps"])).Take(110).Select(g => (g with { Day = new DateOnly(2026, month, 3) }).ToJson()));

    private static JsonObject Survey(string period, params JsonNode[] questions)
    {
        var survey = Guest.Survey("employee");
        (survey["access"], survey["period"]) = ("code", period);
        if (questions.Length > 0) survey["drivers"] = new JsonArray(questions);
        return survey;
    }

    private static JsonNode Question(string outcome, params string[] drivers) => new JsonObject { ["outcome"] = outcome, ["drivers"] = new JsonArray([.. drivers.Select(d => (JsonNode)d)]) };
}
