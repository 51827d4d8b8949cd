using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Audit;

/// <summary>The ledger is a list for operators: newest first, paged, by days and by key.</summary>
public sealed class ReadingTheLedger(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Slugs = ["trust", "item?item=humanity", "net-trust", "silo?measure=trust", "agreement?measure=trust"];

    private string _other = "";

    /// <summary>A publication, and from the next day on five reads on five days, the second and the fourth with another key.</summary>
    [OneTimeSetUp]
    public async Task ReadOnFiveDays()
    {
        var survey = await Service.PulseOfEmployees();
        Service.Clock.Advance(TimeSpan.FromDays(1));
        var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = "other", ["scope"] = "read" }).Body(201);
        _other = (string)made["id"]!;
        var other = Service.Client((string)made["key"]!);
        for (var i = 0; i < Slugs.Length; i++)
        {
            var client = i % 2 == 0 ? Service.Read : other;
            await client.GetAsync($"/v1/indicators/{Slugs[i]}{(Slugs[i].Contains('?') ? '&' : '?')}survey={survey}").Body();
            Service.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Test]
    public async Task It_begins_with_the_newest() =>
        Assert.That((await Service.ReadsInLedger()).Select(l => (string?)l["indicator"]), Is.EqualTo(Slugs.Reverse().Select(s => (string?)s.Split('?')[0]).Append(null)));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public async Task Its_pages_follow_one_another(int limit)
    {
        var lines = new List<string>();
        for (string? query = $"/v1/audit?limit={limit}", cursor; query is not null; query = cursor is null ? null : $"/v1/audit?limit={limit}&cursor={cursor}")
        {
            var page = await Service.Admin.GetAsync(query).Body();
            Assert.That(page["value"]!.AsArray(), Has.Count.LessThanOrEqualTo(limit).And.Not.Empty);
            lines.AddRange(page["value"]!.AsArray().Select(l => l!.ToJsonString()));
            cursor = (string?)page["nextCursor"];
        }
        Assert.That(lines, Is.EqualTo((await Service.Ledger()).Select(l => l.ToJsonString())));
    }

    [TestCase("?from=2026-11-25", 2)]
    [TestCase("?to=2026-11-24", 3)]
    [TestCase("?from=2026-11-23&to=2026-11-25", 2)]
    [TestCase("?from=2027-01-01", 0)]
    public async Task Days_from_the_first_up_to_the_last_are_read(string query, int count) => Assert.That(await Service.ReadsInLedger(query), Has.Count.EqualTo(count));

    [Test]
    public async Task One_key_can_be_followed()
    {
        var lines = await Service.Ledger($"?key={_other}");
        Assert.That(lines.Select(l => (string?)l["key"]!["name"]), Is.EqualTo(new[] { "other", "other" }));
        Assert.That(await Service.Ledger($"?key={_other}&from=2026-11-24"), Has.Count.EqualTo(1));
    }

    [TestCase("?from=yesterday", "from")]
    [TestCase("?to=2026-11-32", "to")]
    [TestCase("?from=2026-11-24&to=2026-11-24", "to")]
    [TestCase("?cursor=MQ", "cursor")]
    [TestCase("?limit=0", "limit")]
    public async Task What_is_asked_wrongly_is_refused(string query, string parameter) =>
        Assert.That((await Service.Admin.GetAsync("/v1/audit" + query).Problem(400, "invalid_parameter")).Errors!.Keys, Is.EqualTo(new[] { parameter }));

    [Test]
    public async Task An_unknown_key_is_told()
    {
        await Service.Admin.GetAsync("/v1/audit?key=nobody").Problem(404, "unknown_key");
        await Service.Admin.GetAsync("/v1/audit?key=").Problem(404, "unknown_key");
    }

    [Test]
    public async Task Only_operators_read_it()
    {
        foreach (var scope in (KeyScope[])[KeyScope.Read, KeyScope.Ingest, KeyScope.Comments])
            await Service.Client(await Service.MakeKey(scope)).GetAsync("/v1/audit").Problem(403, "forbidden_scope");
        await Service.Nobody.GetAsync("/v1/audit").Problem(401, "unauthorized");
    }

    [Test]
    public async Task To_read_it_is_no_line_and_the_same_ledger_has_the_same_tag()
    {
        var first = (await Service.Admin.GetAsync("/v1/audit")).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/audit") { Headers = { IfNoneMatch = { first } } };
        Assert.That((int)(await Service.Admin.SendAsync(again)).StatusCode, Is.EqualTo(304));
    }
}
