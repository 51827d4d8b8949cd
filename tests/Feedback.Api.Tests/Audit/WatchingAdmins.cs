using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Feedback.Api.Audit;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Audit;

/// <summary>The ledger tells what was done, and what was tried, with an admin's key; names and ids alone.</summary>
public sealed partial class WatchingAdmins(string engine) : ServiceFixture(engine)
{
    private const string Secret = "Anna-Meier";

    [Test]
    public async Task Every_act_of_the_document_that_is_refused_has_a_line_that_says_why()
    {
        foreach (var (id, method, path) in await Acts())
        {
            var refused = (await Service.LedgerOf(() => Send(Service.Admin, method, path))).Single(l => (string?)l["operation"] == id);
            var forbidden = (await Service.LedgerOf(() => Send(Service.Read, method, path))).Single(l => (string?)l["operation"] == id);
            // What needs no body and nothing that is there is done.
            Assert.That((string?)refused["status"], Is.EqualTo(id is "RestoreTopics" or "EraseRespondent" ? "done" : "refused"), id);
            Assert.That(((string?)forbidden["status"], (string?)forbidden["detail"]!["code"]), Is.EqualTo(("refused", "forbidden_scope")), id);
            Assert.That((string?)refused["key"]!["id"], Is.EqualTo("setting"), id);
            Assert.That(refused.ToJsonString() + forbidden.ToJsonString(), Does.Not.Contain(Secret), id);
        }
    }

    [Test]
    public async Task A_key_that_is_made_rotated_and_revoked_is_named_by_its_id_and_never_by_what_it_is()
    {
        var (id, secrets) = ("", new List<string>());
        var lines = await Service.LedgerOf(async () =>
        {
            var made = await Service.Admin.Post("/v1/keys", new JsonObject { ["name"] = Secret, ["scope"] = "read" }).Body(201);
            id = (string)made["id"]!;
            secrets.Add((string)made["key"]!);
            secrets.Add((string)(await Service.Admin.Post($"/v1/keys/{id}/rotate", new JsonObject()).Body())["key"]!);
            await Service.Admin.DeleteAsync($"/v1/keys/{id}");
            await Service.Admin.DeleteAsync($"/v1/keys/{id}").Problem(404, "unknown_key");
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"], (string?)l["detail"]!["target"]!["id"])),
            Is.EqualTo(new[] { ("RevokeKey", "refused", id), ("RevokeKey", "done", id), ("RotateKey", "done", id), ("MakeKey", "done", id) }));
        foreach (var secret in secrets) Assert.That(string.Concat(lines.Select(l => l.ToJsonString())), Does.Not.Contain(secret));
    }

    [Test]
    public async Task What_changed_nothing_is_a_line_too()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var line = (await Service.LedgerOf(() => Service.Publish(Some.CustomerSurvey(), survey))).Single();
        Assert.That(((string?)line["operation"], (string?)line["status"], (string?)line["detail"]!["target"]!["key"]), Is.EqualTo(("PublishSurvey", "done", survey)));
    }

    [Test]
    public async Task Who_takes_raw_answers_out_is_seen_with_what_was_asked_for()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var line = (await Service.LedgerOf(async () => Assert.That((await Service.Admin.GetAsync($"/v1/surveys/{survey}/responses?from=2026-11-01&format=csv")).IsSuccessStatusCode))).Single();
        Assert.That(((string?)line["operation"], (string?)line["status"]), Is.EqualTo(("ExportResponses", "done")));
        Assert.That(line["filter"]!.ToJsonString(), Is.EqualTo("""{"from":["2026-11-01"],"format":["csv"]}"""));
    }

    [Test]
    public async Task Erasures_are_told_of_without_what_was_erased_and_not_where_the_sender_took_it_back()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var (own, other) = (Some.Response(), Some.Response());
        other["respondent"] = Secret;
        await Service.Store(survey, [own, other]);
        Assert.That(await Service.LedgerOf(() => Service.Ingest.DeleteAsync($"/v1/responses/{own["id"]}")), Is.Empty);
        var lines = await Service.LedgerOf(async () =>
        {
            await Service.Admin.DeleteAsync($"/v1/responses/{other["id"]}");
            await Service.Nobody.DeleteAsync($"/v1/responses/{other["id"]}?key={TestService.AdminKey}");
            await Service.Admin.DeleteAsync($"/v1/respondents/{Secret}").Body();
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"])), Is.EquivalentTo(new[] { ("EraseRespondent", "done"), ("EraseResponse", "done"), ("EraseResponse", "done") }));
        var text = string.Concat(lines.Select(l => l.ToJsonString()));
        Assert.That(text, Does.Not.Contain(Secret).And.Not.Contain((string)other["id"]!).And.Not.Contain(TestService.AdminKey));
    }

    [Test]
    public async Task Answers_that_come_in_with_an_admins_key_are_no_act()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        Assert.That(await Service.LedgerOf(() => Service.Admin.Post(Asking.Responses(survey), Some.EmployeeResponse()).Body(201)), Is.Empty);
    }

    [Test]
    public async Task Who_has_no_key_leaves_no_line() =>
        Assert.That(await Service.LedgerOf(() => Service.Nobody.Post("/v1/keys", new JsonObject()).Problem(401, "unauthorized")), Is.Empty);

    [Test]
    public async Task An_act_whose_line_cannot_be_stored_is_not_done()
    {
        var survey = Some.Key();
        using (Companion.Of(_ => throw new InvalidOperationException("No room.")))
        {
            var database = Service.Services.GetRequiredService<Database>();
            await using var session = await database.Write();
            await session.Run(Queries.InsertSetting, new { Name = survey, Value = "x" });
            Assert.That(async () => await session.Commit(), Throws.InvalidOperationException);
        }
        await using var read = await Service.Services.GetRequiredService<Database>().Read();
        Assert.That(await read.Row<string>(Queries.ReadSetting, new { Name = survey }), Is.Null);
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task A_verb_that_is_broken_off_has_its_line_if_and_only_if_it_changed_something(bool changes, int count)
    {
        var (database, clock) = (Service.Services.GetRequiredService<Database>(), Service.Services.GetRequiredService<OrganisationClock>());
        var lines = await Service.LedgerOf(() =>
        {
            Assert.That(async () => await VerbLine.Beside<int>(database, clock, "check", new Dictionary<string, string>(), async () =>
            {
                for (var i = 0; changes && i < 3; i++) await Service.InSession(session => session.Run(Queries.InsertSetting, new { Name = Some.Key(), Value = "x" }), refreshes: false);
                throw new TimeoutException();
            }), Throws.InstanceOf<TimeoutException>());
            return Task.CompletedTask;
        });
        Assert.That(lines.Select(l => (string?)l["operation"]), Is.EqualTo(Enumerable.Repeat("feedback check", count)));
    }

    /// <summary>Every operation that takes an admin's key and changes something, with an address that names what is not there.</summary>
    private static async Task<List<(string Id, string Method, string Path)>> Acts()
    {
        var document = JsonNode.Parse(await OpenApiDocument.Text())!;
        return [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: p.Key, Method: o.Key, Operation: o.Value!)))
            .Where(o => (string?)o.Operation["description"] == "Scope: admin." && o.Method != "get")
            .Select(o => ((string)o.Operation["operationId"]!, o.Method, PartPattern().Replace(o.Path, Secret)))];
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string method, string path) =>
        client.SendAsync(new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path) { Content = Wire.Text($$"""{"{{Secret}}":1}""") });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PartPattern();
}
