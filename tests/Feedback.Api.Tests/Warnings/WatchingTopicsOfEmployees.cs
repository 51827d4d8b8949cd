using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Warnings;

/// <summary>
/// What employees write about, month by month as it was released: many name the queue in the south from the ninth month on, in the
/// north from the tenth.
/// Of all that only the alarm is told (ANONYMITY, R17).
/// </summary>
public sealed class WatchingTopicsOfEmployees(string engine) : ServiceFixture(engine)
{
    private const int Months = 11;
    private static readonly DateOnly First = new(2025, 12, 5);

    private string _survey = "";

    [OneTimeSetUp]
    public async Task StoreTheAnswers()
    {
        await Mentioning.PutUnits(Service);
        _survey = await Service.PublishByCode(Mentioning.Survey("employee"));
        for (var month = 0; month < Months; month++)
        {
            var day = First.AddMonths(month);
            // In the fourth month too few of the south wrote, though as many answered.
            await Service.StoreInvited(_survey, [
                .. Mentioning.People("north", day, 30, month >= 9 ? 22 : 2), .. Mentioning.People("south", day, 30, month >= 8 ? 22 : 2, writers: month == 3 ? 5 : null), .. Mentioning.People("west", day, 30, 12)]);
            await Service.Release(day.Day()[..7]);
        }
    }

    [Test]
    public async Task Only_the_alarm_is_told()
    {
        var rows = await Service.Warnings($"survey={_survey}&period=2026-09");
        var told = rows.Where(r => (string?)r["topic"] == "waiting").ToDictionary(r => (string?)r["unit"] ?? "", r => (r.Status(), (bool?)r["alarm"]));
        Assert.That(told["north"], Is.EqualTo(("released", (bool?)true)));
        Assert.That(told["west"], Is.EqualTo(("released", (bool?)false)), "as many as ever");
        Assert.That(rows.Where(r => (string?)r["topic"] == "price").Select(r => (r.Status(), (bool?)r["alarm"])), Is.All.EqualTo(("withheld", (bool?)null)), "nobody");
        foreach (var row in rows)
        {
            foreach (var column in (string[])["observed", "expected", "method", "p", "pAdjusted", "since", "lead"]) Assert.That(row[column], Is.Null, column);
            Assert.That(((string?)row["audience"], (string?)row["from"], (string?)row["to"]), Is.EqualTo(("employee", "2026-09-01", "2026-10-01")));
        }
    }

    [Test]
    public async Task No_form_of_the_answer_holds_more()
    {
        var csv = await Service.Read.GetStringAsync($"/v1/early-warnings?survey={_survey}&period=2026-09&alarm=true&format=csv");
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[1..].Select(l => l.Split(',').Count(c => c.Length > 0)), Is.All.InRange(7, 8), "stream, unit (of one), topic, audience, from, to, alarm, status: " + csv);
        Assert.That(lines[1..], Is.All.Match("^[^,]+,[^,]*,waiting,,employee,2026-09-01,2026-10-01,,,,,,true,released,,,,,,,?$"));
        var ndjson = await Service.Read.GetStringAsync($"/v1/early-warnings?survey={_survey}&period=2026-09&format=ndjson");
        Assert.That(ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).Where(r => r["observed"] is not null || r["p"] is not null), Is.Empty);
    }

    [Test]
    public async Task The_indicator_tells_no_more()
    {
        foreach (var query in (string[])["measure=topics&by=unit", "measure=topics", "measure=topic:waiting&where=unit:north", "measure=topic:waiting&where=channel:web", "measure=topic:waiting&level=2", "measure=topics&interval=quarter"])
        {
            var rows = await Service.Rows($"early-warning?survey={_survey}&period={(query.EndsWith("quarter") ? "2026-Q3" : "2026-09")}&{query}");
            Assert.That(rows, Is.Not.Empty, query);
            foreach (var row in rows)
            {
                Assert.That((JsonNode?[])[row["estimate"], row["low"], row["high"], row["n"], row["bound"], row["target"]], Is.All.Null, query);
                Assert.That(row["components"]!.AsObject().Where(c => c.Key != "alarm").Select(c => c.Value), Is.All.Null, query);
            }
        }
        var listed = (await Service.Warnings($"survey={_survey}&period=2026-09&topic=waiting")).Where(r => r["unit"] is not null).Select(r => ((string?)r["stream"], r.Status(), (bool?)r["alarm"]));
        var units = (await Service.Rows($"early-warning?survey={_survey}&period=2026-09&measure=topic:waiting&by=unit")).Select(r => ((string?)r["stream"], r.Status(), (bool?)r["components"]!["alarm"]));
        Assert.That(units, Is.EqualTo(listed));
    }

    [Test]
    public async Task A_unit_that_there_is_not_looks_like_one_that_is_withheld()
    {
        var unknown = await Service.Warnings($"survey={_survey}&period=2026-09&where=unit:nowhere");
        Assert.That(unknown.Select(r => (r.Status(), (bool?)r["alarm"])), Is.Not.Empty.And.All.EqualTo(("withheld", (bool?)null)));
        var north = await Service.Warnings($"survey={_survey}&period=2026-09&where=unit:north");
        Assert.That(unknown.Select(r => ((string)r["stream"]!).Replace("nowhere/", "north/", StringComparison.Ordinal)), Is.EqualTo(north.Select(r => (string)r["stream"]!)));
        var withheld = north.First(r => r.Status() == "withheld");
        var alike = unknown.Single(r => (string?)r["topic"] == (string?)withheld["topic"] && (string?)r["indicator"] == (string?)withheld["indicator"]);
        Assert.That(alike.ToJsonString().Replace("nowhere", "north", StringComparison.Ordinal), Is.EqualTo(withheld.ToJsonString()));
    }

    [Test]
    public async Task A_key_for_customers_learns_nothing_of_it()
    {
        var customers = Service.Client((string)(await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "crm", ["scope"] = "read", ["audience"] = "customer" }).Body(201))["key"]!);
        await customers.GetAsync($"/v1/early-warnings?survey={_survey}").Problem(403, "forbidden_audience");
        await customers.GetAsync("/v1/early-warnings?audience=employee").Problem(403, "forbidden_audience");
        var rows = (await customers.GetAsync("/v1/early-warnings").Body())["value"]!.AsArray();
        Assert.That(rows.Where(r => (string?)r!["audience"] != "customer"), Is.Empty);
        Assert.That((await customers.GetAsync("/v1/indicators/early-warning?audience=customer&measure=topics").Body())["value"]!.AsArray().Where(r => (string?)r!["stream"] == "all"), Is.Empty);
    }

    [Test]
    public async Task A_month_in_which_too_few_wrote_is_no_month_before()
    {
        // There are eight months before August, of which the south has seven.
        var rows = await Service.Warnings($"survey={_survey}&period=2026-08&topic=waiting");
        Assert.That(rows.Single(r => r["unit"] is null).Status(), Is.EqualTo("released"));
        var south = rows.Single(r => (string?)r["unit"] == "south");
        Assert.That((south.Status(), south["alarm"]), Is.EqualTo(("insufficient", (JsonNode?)null)));
    }

    [Test]
    public async Task Without_a_period_the_last_released_one_is_meant()
    {
        Assert.That((await Service.Warnings($"survey={_survey}")).Select(r => (string?)r["from"]).Distinct(), Is.EqualTo((string[])["2026-10-01"]));
        await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&period=2026-11").Problem(404, "period_not_released");
        await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&to=2026-10-05").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&where=channel:web").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&period=2026-W14").Problem(400, "invalid_parameter");
    }
}
