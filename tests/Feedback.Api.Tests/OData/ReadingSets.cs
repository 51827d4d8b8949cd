using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.OData;

/// <summary>What the small sets hold, and for whom.</summary>
public sealed class ReadingSets(string engine) : FeedFixture(engine)
{
    [Test]
    public async Task Items_are_those_that_were_ever_asked_each_as_asked_last()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        definition["items"]!.AsArray().RemoveAt(3);
        definition["items"]![1]!["text"] = new JsonObject { ["de"] = "Empfehlen?", ["en"] = "Recommend?" };
        await Service.Publish(definition, survey);
        var rows = await Rows($"Items?$filter={Text($"survey eq '{survey}'")}");
        Assert.That(rows.Select(r => ((string)r["key"]!, (string)r["kind"]!, (string?)r["text"], (int?)r["low"], (int?)r["high"], (string?)r["scale"], (int)r["version"]!, (bool)r["asked"]!)), Is.EqualTo(((string, string, string?, int?, int?, string?, int, bool)[])
        [
            (survey + "/clean", "rating", "Cleanliness", 1, 5, "experience", 2, true),
            (survey + "/nps", "rating", "Recommend?", 0, 10, null, 2, true),
            (survey + "/used", "choice", "Which did you use?", null, null, null, 2, true),
            (survey + "/why", "text", "Why?", null, null, null, 1, false),
        ]));
    }

    [Test]
    public async Task Units_say_where_they_stand_and_retired_ones_stay()
    {
        var rows = await Rows("Units");
        Assert.That(rows.Select(r => ((string)r["code"]!, (string?)r["parent"], (int)r["level"]!, (string)r["path"]!, (int?)r["headcount"], (int?)r["totalHeadcount"], (bool)r["retired"]!)), Is.EqualTo(((string, string?, int, string, int?, int?, bool)[])
        [
            ("emea", null, 1, "emea", 5, 245, false),
            ("emea-sales", "emea", 2, "emea/emea-sales", 240, 240, false),
            ("old", null, 1, "old", null, null, true),
        ]));
        Assert.That((DateTimeOffset)rows[0]["updatedAt"]!, Is.EqualTo(TestClock.Start));
    }

    [Test]
    public async Task Periods_are_those_in_which_customers_answered_and_every_one_of_employees()
    {
        var customers = await Rows($"Periods?$filter={Text("audience eq 'customer'")}");
        Assert.That(customers.Select(r => $"{r["key"]} {r["grid"]} {r["from"]} {r["to"]} {r["state"]}"), Is.EqualTo((string[])
        [
            "customer/2025 year 2025-01-01 2026-01-01 closed",
            "customer/2025-12 month 2025-12-01 2026-01-01 closed",
            "customer/2025-Q4 quarter 2025-10-01 2026-01-01 closed",
            "customer/2026 year 2026-01-01 2027-01-01 open",
            "customer/2026-02 month 2026-02-01 2026-03-01 closed",
            "customer/2026-11 month 2026-11-01 2026-12-01 open",
            "customer/2026-Q1 quarter 2026-01-01 2026-04-01 closed",
            "customer/2026-Q4 quarter 2026-10-01 2027-01-01 open",
        ]));
        var employees = await Rows($"Periods?$filter={Text($"survey eq '{EmployeeSurvey}'")}");
        Assert.That(employees.Select(r => $"{r["period"]} {r["grid"]} {r["from"]} {r["to"]} {r["state"]} {r["releasedAt"]}"), Is.EqualTo((string[])
        [
            "2026-10 month 2026-10-01 2026-11-01 released 2026-11-21T10:15:00Z",
            "2026-11 month 2026-11-01 2026-12-01 open ",
        ]));
    }

    [Test]
    public async Task An_erased_day_and_one_of_test_responses_are_no_period()
    {
        var (erased, test) = (AnswerOn("2020-05-05"), AnswerOn("2019-05-05"));
        test["isTest"] = true;
        await Service.Store(CustomerSurvey, [erased, test]);
        Assert.That(await Rows($"Periods?$filter={Text("from lt 2021-01-01")}"), Has.Count.EqualTo(3));
        Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{erased["id"]}")).IsSuccessStatusCode);
        Assert.That(await Rows($"Periods?$filter={Text("from lt 2021-01-01")}"), Is.Empty);
    }

    [Test]
    public async Task The_calendar_has_every_day_of_the_years_that_hold_anything()
    {
        var rows = await Rows("Calendar");
        Assert.That(rows.Select(r => (string)r["key"]!), Is.EqualTo(Enumerable.Range(0, 730).Select(i => new DateOnly(2025, 1, 1).AddDays(i).Day())));
        Assert.That((await Ask("Calendar('2026-01-01')").Body()).ToJsonString(), Does.Contain(
            """"year":2026,"quarter":1,"yearQuarter":"2026-Q1","month":1,"yearMonth":"2026-01","monthName":"January","dayOfMonth":1,"isoYear":2026,"isoWeek":1,"weekday":4,"weekdayName":"Thursday","firstOfMonth":"2026-01-01","firstOfQuarter":"2026-01-01","firstOfYear":"2026-01-01""""));
        Assert.That((await Ask("Calendar('2025-12-29')?$select=isoYear,isoWeek").Body()).ToJsonString(), Does.Contain("\"isoYear\":2026,\"isoWeek\":1"));
    }

    [TestCase(Audience.Customer)]
    [TestCase(Audience.Employee)]
    public async Task A_key_bound_to_an_audience_sees_that_audience_alone(Audience audience)
    {
        var client = Service.Client(await Service.MakeKey(KeyScope.Read, audience));
        var name = audience.ToString().ToLowerInvariant();
        foreach (var set in (string[])["Items", "Surveys", "Periods"])
        {
            var rows = (await Ask(client, set).Body())["value"]!.AsArray();
            Assert.That(rows.Select(r => (string?)r!["audience"]), Is.Not.Empty.And.All.EqualTo(name), set);
        }
        var other = audience == Audience.Customer ? EmployeeSurvey : CustomerSurvey;
        await Ask(client, $"Surveys('{other}')").Problem(404, "not_found");
        var days = (await Ask(client, "Calendar?$select=key").Body())["value"]!.AsArray();
        Assert.That((string?)days[0]!["key"], Is.EqualTo(audience == Audience.Customer ? "2025-01-01" : "2026-01-01"), "Nobody answered as an employee in 2025.");
    }
}
