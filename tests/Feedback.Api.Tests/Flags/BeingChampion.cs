using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Audit;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Flags;

/// <summary>What a champion's key sees and does, and what it does not.</summary>
public sealed class BeingChampion(string engine) : ServiceFixture(engine)
{
    [OneTimeSetUp]
    public Task HaveAnOrganisation() => Service.PutTeams();

    [Test]
    public async Task A_champions_key_is_for_flags_alone()
    {
        var champion = await Service.Champion();
        foreach (var path in new[] { "/v1/indicators", "/v1/comments?audience=employee", "/v1/committee/2026-11", "/v1/surveys", "/v1/keys", "/v1/audit", "/odata", $"/v1/feedback/{Guid.NewGuid()}/thread" })
        {
            var answer = await champion.GetAsync(path);
            Assert.That((int)answer.StatusCode, Is.EqualTo(403), path);
        }
        foreach (var scope in new[] { KeyScope.Read, KeyScope.Comments, KeyScope.Ingest })
            await Service.Client(await Service.MakeKey(scope)).GetAsync("/v1/flags").Problem(403, "forbidden_scope");
        Assert.That((int)(await Service.Admin.GetAsync("/v1/flags")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task A_key_with_units_sees_what_they_show_and_what_is_shown_below_them()
    {
        await RaiseEverywhere("units");
        var seen = new Dictionary<string, string[]>
        {
            [""] = ["apart", "company", "desk", "none", "north", "south", "yard"],
            ["company"] = ["desk", "north", "yard"],
            ["north"] = ["desk", "north", "yard"],
            ["desk"] = ["desk"],
            ["yard"] = [],
            ["apart"] = [],
        };
        foreach (var (unit, units) in seen)
            Assert.That(Of("units", await (await Service.Champion(unit.Length == 0 ? [] : [unit])).Flags()), Is.EqualTo(units), unit);
        Assert.That(Of("units", await (await Service.Champion("desk", "south")).Flags()), Is.EqualTo(new[] { "desk" }));
    }

    [Test]
    public async Task A_flag_that_a_key_does_not_see_is_unknown_to_it()
    {
        await RaiseEverywhere("unseen");
        var (all, desk) = (await Service.Champion(), await Service.Champion("desk"));
        var north = await all.Flag("unseen north");
        foreach (var answer in new[] { await desk.Answer(north, "Hello."), await desk.Close(north), await desk.Close(new JsonObject { ["key"] = new string('0', 32) }), await desk.Close(new JsonObject { ["key"] = "x" }) })
            await answer.Problem(404, "unknown_flag");
        await desk.Answer(await desk.Flag("unseen desk"), "Hello.").Body();
        Assert.That((string?)(await all.Flag("unseen north"))["state"], Is.EqualTo("waiting"));
    }

    [Test]
    public async Task A_key_of_one_audience_sees_no_other()
    {
        await RaiseEverywhere("audience");
        await Service.Raise("audience customer", audience: "customer");
        var customers = Service.Client(await Service.MakeKey(KeyScope.Champion, Audience.Customer));
        Assert.That((await customers.Flags()).Select(f => (string?)f["audience"]).Distinct(), Is.EqualTo(new[] { "customer" }));
        await customers.GetAsync("/v1/flags?audience=employee").Problem(403, "forbidden_audience");
        await customers.Close(await (await Service.Champion()).Flag("audience desk")).Problem(404, "unknown_flag");
    }

    [Test]
    public async Task Flags_are_filtered_by_state_unit_and_audience()
    {
        await RaiseEverywhere("filter");
        var champion = await Service.Champion();
        await champion.Answer(await champion.Flag("filter desk"), "Yes.").Body();
        await champion.Close(await champion.Flag("filter north")).Body();
        Assert.That(Of("filter", await champion.Flags("?state=answered")), Is.EqualTo(new[] { "desk" }));
        Assert.That(Of("filter", await champion.Flags("?state=closed")), Is.EqualTo(new[] { "north" }));
        Assert.That(Of("filter", await champion.Flags("?state=waiting&unit=north&audience=employee")), Is.EqualTo(new[] { "yard" }));
        Assert.That(await champion.Flags("?unit=nowhere"), Is.Empty);
        foreach (var (query, parameter) in new[] { ("state=open", "state"), ("audience=all", "audience"), ("unit=a%20b", "unit"), ("unit=a&unit=b", "unit") })
            Assert.That((await champion.GetAsync("/v1/flags?" + query).Problem(400, "invalid_parameter")).Errors!.Keys, Is.EqualTo(new[] { parameter }));
        await champion.GetAsync("/v1/flags?search=x").Problem(400, "unknown_parameter");
    }

    [Test]
    public async Task Pages_and_a_table_hold_the_same_flags()
    {
        for (var i = 0; i < 7; i++) await Service.Raise(i == 0 ? "=1+1" : $"paged {i}", audience: "customer");
        var champion = await Service.Champion();
        var all = (await champion.Flags()).Select(f => (string)f["key"]!).ToList();
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await champion.GetAsync($"/v1/flags?limit=3{cursor}").Body();
            paged.AddRange(page["value"]!.AsArray().Select(f => (string)f!["key"]!));
            cursor = (string?)page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.That(paged, Is.EqualTo(all));
        var table = await champion.GetStringAsync("/v1/flags?format=csv");
        Assert.That(table.Split("\r\n")[0], Is.EqualTo("key,audience,unit,week,state,text,messages"));
        Assert.That(table, Does.Contain(",'=1+1,"));
    }

    [Test]
    public async Task Test_responses_have_a_thread_and_raise_no_flag()
    {
        var id = await Service.Raise("Only a test.", audience: "customer", isTest: true);
        Assert.That((await Service.Reply(id, "Hello?")).Lines().Count(), Is.EqualTo(2));
        Assert.That((await (await Service.Champion()).Flags()).Select(f => (string?)f["text"]), Has.None.EqualTo("Only a test."));
    }

    [Test]
    public async Task Reading_and_answering_employees_flags_are_lines_of_the_ledger_that_tell_nothing_of_the_flag()
    {
        await RaiseEverywhere("ledger");
        await Service.Raise("ledger customer", audience: "customer");
        var champion = await Service.Champion();
        var lines = await Service.LedgerOf(async () =>
        {
            var flag = (await champion.Flags("?audience=employee&unit=desk")).Single(f => (string?)f["text"] == "ledger desk");
            await champion.Answer(flag, "Ledger answer.").Body();
            await champion.Close(flag).Body();
            var customers = (await champion.Flags("?audience=customer")).First();
            await champion.Answer(customers, "Not written down.").Body();
            Assert.That(await Service.Admin.GetStringAsync("/v1/audit"), Does.Not.Contain((string)flag["key"]!).And.Not.Contain("Ledger answer").And.Not.Contain("ledger desk"));
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"])), Is.EqualTo(new[] { ("CloseFlag", "answered"), ("AnswerFlag", "answered"), ("ReadFlags", (string?)"answered") }));
        Assert.That(lines[2]["filter"]!.ToJsonString(), Is.EqualTo("""{"audience":["employee"],"unit":["desk"]}"""));
    }

    [TestCase("""{"name":"a","scope":"read","units":["desk"]}""", "invalid_request", "units")]
    [TestCase("""{"name":"a","scope":"champion","units":[null]}""", "invalid_request", "units[0]")]
    [TestCase("""{"name":"a","scope":"champion","units":["desk","nowhere"]}""", "unknown_unit", "units[1]")]
    public async Task A_champions_key_has_units_that_there_are(string body, string code, string field) =>
        Assert.That((await Service.Admin.PostAsync("/v1/keys", Wire.Text(body)).Problem(400, code)).Errors!.Keys, Is.EqualTo(new[] { field }));

    [Test]
    public async Task A_champions_key_shows_its_units_in_the_list()
    {
        var made = await Service.Admin.PostAsync("/v1/keys", Wire.Text("""{"name":"c","scope":"champion","units":["desk","south","desk"]}""")).Body(201);
        Assert.That((string?)made["key"], Does.StartWith("fb_champion_"));
        var listed = (await Service.Admin.GetAsync("/v1/keys").Body())["value"]!.AsArray().Single(k => (string?)k!["id"] == (string?)made["id"])!;
        Assert.That(listed["units"]!.ToJsonString(), Is.EqualTo("""["desk","south"]"""));
        await Service.Restart();
        Assert.That((await Service.Client((string)made["key"]!).GetAsync("/v1/flags")).IsSuccessStatusCode);
    }

    /// <summary>A concern of an employee from every unit, and from nobody's; seen from the next week on.</summary>
    private async Task RaiseEverywhere(string name)
    {
        foreach (var unit in new[] { "company", "north", "south", "desk", "yard", "apart" }) await Service.Raise($"{name} {unit}", unit);
        await Service.Raise($"{name} none");
        Service.NextWeek();
    }

    private static IEnumerable<string> Of(string name, List<JsonNode> flags) =>
        flags.Select(f => (string)f["text"]!).Where(t => t.StartsWith(name + ' ', StringComparison.Ordinal)).Select(t => t.Split(' ')[1]).Where(w => w != "customer").Order(StringComparer.Ordinal);
}
