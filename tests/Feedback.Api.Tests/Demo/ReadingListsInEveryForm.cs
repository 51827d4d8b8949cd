using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Http;
using Feedback.Api.Tests.Lists;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Demo;

/// <summary>Every list of the service in every form: the same entries, whole or in pages, tagged and compressed alike.</summary>
public sealed class ReadingListsInEveryForm(string engine) : StoryFixture(engine)
{
    /// <summary>Operation, address, and a column every line of its table has.</summary>
    private static readonly (string Operation, string Path, string Column)[] Lists =
    [
        ("ReadKeys", "/v1/keys", "id"),
        ("ReadUnits", "/v1/units", "code"),
        ("ReadTargets", "/v1/targets", "indicator"),
        ("ReadInitiatives", "/v1/initiatives", "key"),
        ("ReadOutcomes", "/v1/outcomes", "name"),
        ("ReadOutcome", "/v1/outcomes/retention", "unit"),
        ("ReadSurveys", "/v1/surveys", "key"),
        ("ReadInvitations", "/v1/surveys/customer-experience/invitations", "count"),
        ("ReadPeriods", "/v1/periods", "period"),
        ("ReadIndicators", "/v1/indicators", "slug"),
        ("ReadIndicator", "/v1/indicators/trust?audience=employee&by=unit", "key"),
        ("ReadIndicator", "/v1/indicators/recommend?audience=customer&interval=week&by=channel,unit", "key"),
        ("ReadItems", "/v1/items?audience=customer&by=channel", "key"),
        ("ReadComments", "/v1/comments?audience=employee&period=2026", "key"),
        ("ReadComments", "/v1/comments?audience=customer&period=2026-07", "key"),
        ("ReadEarlyWarnings", "/v1/early-warnings", "stream"),
        ("ReadTopics", "/v1/topics?audience=employee&period=2026&by=unit", "key"),
        ("ReadWords", "/v1/topics/words?audience=customer&period=2026-07", "word"),
        ("ReadDictionary", "/v1/topics/dictionary", "code"),
        ("ReadFlags", NoneHere, "key"),
        ("ReadCommittee", "/v1/committee/2026-07", "compared"),
        ("ReadWebhooks", "/v1/webhooks", "id"),
        ("ReadMessages", $"/v1/webhooks/{Webhook}/messages", "id"),
        ("ReadAudit", "/v1/audit", "at"),
    ];

    /// <summary>Nobody raised a concern in the stories: only the demo command has some.</summary>
    private const string NoneHere = "/v1/flags";

    /// <summary>Stands in addresses for the id of the one webhook, which the demo has not of its own.</summary>
    private const string Webhook = "-webhook-";

    private string _webhook = "";

    /// <summary>In a table an entry of these is any number of lines.</summary>
    private static readonly string[] OfManyLines = ["ReadPeriods", "ReadCommittee"];

    private static IEnumerable<TestCaseData> Paths => Lists.Select(l => new TestCaseData(l.Path));

    [OneTimeSetUp]
    public async Task HaveAWebhookWithMessages()
    {
        var made = await Service.Admin.Post("/v1/webhooks", new JsonObject { ["url"] = "https://hooks.example.org", ["events"] = new JsonArray("period.released") }).Body(201);
        _webhook = (string)made["id"]!;
        await Service.Admin.PostAsync($"/v1/webhooks/{_webhook}/pause", null).Body();
        for (var i = 0; i < 4; i++) await Service.Admin.PostAsync($"/v1/webhooks/{_webhook}/test", null).Body(202);
    }

    [OneTimeTearDown]
    public Task RemoveTheWebhook() => Service.Admin.DeleteAsync($"/v1/webhooks/{_webhook}");

    [Test]
    public void Every_list_is_looked_at_here()
    {
        var operations = Service.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.OfType<IProducesResponseTypeMetadata>().Any(p => p.StatusCode == 200 && IsList(p.Type)))
            .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).ToList();
        Assert.That(operations, Is.EquivalentTo(Lists.Select(l => l.Operation).Distinct()));
    }

    [TestCaseSource(nameof(Paths))]
    public async Task The_forms_hold_the_same_entries(string path)
    {
        var entries = await Entries(path);
        Assert.That(entries.Count, path == NoneHere ? Is.Zero : Is.Positive);
        var lines = (await Text(path, "application/x-ndjson")).Split('\n');
        Assert.That(lines[^1], Is.Empty);
        Assert.That(lines[..^1], Is.EqualTo(entries.Select(e => e.ToJsonString(Json.Options))));
        var (operation, _, column) = Lists.Single(l => l.Path == path);
        var table = await Table.Of(await Text(path, "text/csv"));
        Assert.That(table[column], Has.All.Not.Empty);
        if (OfManyLines.Contains(operation)) return;
        Assert.That(table.Rows, Has.Count.EqualTo(entries.Count));
        foreach (var (row, entry) in table.Rows.Zip(entries))
        {
            foreach (var (name, cell) in table.Columns.Zip(row)) Assert.That(cell, Is.EqualTo(CellOf(entry, name)), $"{name} of {entry.ToJsonString()}");
        }
    }

    [TestCaseSource(nameof(Paths))]
    public async Task With_a_limit_the_pages_of_a_table_are_the_whole(string path)
    {
        var whole = await Text(path, "text/csv");
        var header = whole[..(whole.IndexOf("\r\n", StringComparison.Ordinal) + 2)];
        var limit = Math.Max((await Entries(path)).Count / 3, 1);
        var (pages, cursor) = (new StringBuilder(header), (string?)null);
        do
        {
            using var answer = await Ask($"{path}{(path.Contains('?') ? '&' : '?')}format=csv&limit={limit}{(cursor is null ? "" : "&cursor=" + cursor)}");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That(text, Does.StartWith(header));
            pages.Append(text[header.Length..]);
            cursor = answer.Headers.TryGetValues("X-Next-Cursor", out var next) ? next.Single() : null;
        }
        while (cursor is not null);
        Assert.That(pages.ToString(), Is.EqualTo(whole));
    }

    [TestCaseSource(nameof(Paths))]
    public async Task A_known_answer_is_304_and_each_form_has_a_tag_of_its_own(string path)
    {
        var tags = new HashSet<string>();
        foreach (var accept in (string[])["application/json", "text/csv", "application/x-ndjson"])
        {
            using var first = await Ask(path, accept);
            Assert.That(first.Content.Headers.ContentType?.ToString(), Is.EqualTo(accept + "; charset=utf-8"));
            Assert.That(first.Headers.Vary, Is.SupersetOf((string[])["Accept", "Authorization", "X-Api-Key"]));
            Assert.That(tags.Add(first.Headers.ETag!.ToString()), accept);
            foreach (var encoding in (string?[])[null, "gzip", "br"])
            {
                using var again = await Ask(path, accept, encoding, first.Headers.ETag);
                Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), $"{accept} {encoding}");
                Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
            }
        }
    }

    [TestCaseSource(nameof(Paths))]
    public async Task Compressed_it_is_the_same(string path)
    {
        foreach (var accept in (string[])["application/json", "text/csv", "application/x-ndjson"])
        {
            using var plain = await Ask(path, accept);
            var text = WithoutTime(await plain.Content.ReadAsStringAsync());
            foreach (var encoding in (string[])["gzip", "br"])
            {
                using var packed = await Ask(path, accept, encoding);
                Assert.That(packed.Content.Headers.ContentEncoding, Is.EqualTo((string[])[encoding]));
                Assert.That(packed.Headers.ETag, Is.EqualTo(plain.Headers.ETag));
                await using var body = await packed.Content.ReadAsStreamAsync();
                await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
                Assert.That(WithoutTime(await new StreamReader(unpacked).ReadToEndAsync()), Is.EqualTo(text));
            }
        }
    }

    [TestCaseSource(nameof(Paths))]
    public async Task Another_form_is_refused(string path)
    {
        var format = $"{path}{(path.Contains('?') ? '&' : '?')}format=";
        foreach (var other in (string[])["xml", "CSV", "", "csv&format=csv"]) await Service.Admin.GetAsync(format + other).Problem(400, "invalid_parameter");
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "application/pdf, image/*" } } };
        await Service.Admin.SendAsync(request).Problem(406, "not_acceptable");
    }

    [TestCase("text/csv;q=0.5, application/json;q=0.9", "application/json")]
    [TestCase("text/csv, */*;q=0.1", "text/csv")]
    [TestCase("text/*", "text/csv")]
    [TestCase("text/csv; header=present", "text/csv")]
    [TestCase("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/json")]
    [TestCase("application/pdf, application/x-ndjson;q=0.2", "application/x-ndjson")]
    [TestCase("*/*", "application/json")]
    public async Task The_form_is_what_the_caller_likes_best(string accept, string form)
    {
        using var answer = await Ask("/v1/units", accept);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo(form));
    }

    private static bool IsList(Type? type) => type is not null && (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>) || type.Name is "IndicatorAnswer" or "ItemsAnswer" or "TopicsAnswer");

    private async Task<List<JsonNode>> Entries(string path)
    {
        var entries = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = JsonNode.Parse(await Text($"{path}{(path.Contains('?') ? '&' : '?')}limit=20000{(cursor is null ? "" : "&cursor=" + cursor)}", "application/json"))!;
            entries.AddRange(page["value"]!.AsArray().Select(e => e!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return entries;
    }

    /// <summary>What a table has of an entry in a column: a member, one of a member's members, names with semicolons between them, or JSON.</summary>
    private static string CellOf(JsonNode entry, string column)
    {
        var value = entry[column];
        if (value is null && column.Split('.', 2) is [var outer, var inner]) value = (entry[outer] as JsonObject)?[inner];
        return value switch
        {
            null => "",
            JsonArray { Count: 0 } => "",
            JsonArray names when names.All(n => n is JsonValue) => string.Join(';', names.Select(n => n!.ToString())),
            JsonArray or JsonObject => value.ToJsonString(Json.Options),
            _ => value.ToString(),
        };
    }

    private async Task<string> Text(string path, string accept)
    {
        using var answer = await Ask(path, accept);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> Ask(string path, string? accept = null, string? encoding = null, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.Replace(Webhook, _webhook, StringComparison.Ordinal));
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        var answer = await Service.Admin.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(known is null ? HttpStatusCode.OK : HttpStatusCode.NotModified), await answer.Content.ReadAsStringAsync());
        return answer;
    }

    private static string WithoutTime(string body) => body.StartsWith("{\"asOf\"", StringComparison.Ordinal) ? body[(body.IndexOf(',') + 1)..] : body;
}
