using System.Text.Json.Nodes;
using Feedback.Api.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Contract;

/// <summary>The OpenAPI document: what is committed is what the service says, and it says enough.</summary>
public sealed class DescribingOperations(string engine) : ServiceFixture(engine)
{
    private JsonNode _document = null!;

    [OneTimeSetUp]
    public async Task ReadTheDocument() => _document = await Service.Nobody.GetAsync("/openapi/v1.json").Body();

    [Test]
    public async Task The_committed_document_is_the_one_the_service_answers()
    {
        var committed = await File.ReadAllTextAsync(Repository.Path("openapi", "feedback.v1.json"));
        Assert.That(await OpenApiDocument.Text() == committed, "openapi/feedback.v1.json is not what the operations say. Run `make openapi` (or: feedback openapi --output openapi/feedback.v1.json) and commit it.");
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(committed), _document), "The service answers another document than the one that is committed.");
    }

    [Test]
    public void It_is_of_version_3_1() => Assert.That((string?)_document["openapi"], Does.StartWith("3.1"));

    [Test]
    public async Task The_page_to_try_it_needs_no_key() =>
        Assert.That(await Service.Nobody.GetStringAsync("/swagger/index.html"), Does.Contain("swagger-ui"));

    [Test]
    public void No_reference_leads_nowhere()
    {
        var references = All(_document).OfType<JsonObject>().Select(o => o["$ref"]).OfType<JsonValue>().Select(r => r.GetValue<string>()).Distinct().ToList();
        Assert.That(references, Is.Not.Empty);
        foreach (var reference in references)
        {
            JsonNode? at = _document;
            foreach (var part in reference.TrimStart('#', '/').Split('/')) at = at?[part];
            Assert.That(at, Is.Not.Null, reference);
        }
    }

    [Test]
    public void Every_operation_says_what_it_does_takes_and_answers()
    {
        var ids = new HashSet<string>();
        foreach (var (place, operation) in Operations())
        {
            Assert.That((string?)operation["operationId"], Is.Not.Null.And.Matches<string?>(id => ids.Add(id!)), place);
            Assert.That((string?)operation["summary"], Is.Not.Null.And.Not.Empty, place);
            Assert.That(operation["tags"]?.AsArray(), Has.Count.EqualTo(1), place);
            var answers = operation["responses"]!.AsObject();
            Assert.That(answers.Any(a => a.Key[0] == '2'), place);
            // Who opens a link in a browser is told what is wrong on a page; every other operation answers a problem.
            var (isPage, schema) = ((string?)operation["tags"]![0] == "Pages", (string?)operation["tags"]![0] == "OData" ? "FeedProblemBody" : "ProblemBody");
            Assert.That(answers.Where(a => a.Key[0] is '4' or '5'), Is.Not.Empty.And.All.Matches<KeyValuePair<string, JsonNode?>>(a => isPage
                ? a.Value!["content"]!.AsObject().Single().Key == "text/html"
                : (string?)a.Value!["content"]?["application/problem+json"]?["schema"]?["$ref"] == "#/components/schemas/" + schema), place);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                Assert.That((string?)parameter!["description"], Is.Not.Null.And.Not.Empty, $"{place} {parameter["name"]}: describe it in ParameterTexts.");
        }
    }

    [Test]
    public void Every_operation_asks_for_a_scope_or_is_open_to_everybody()
    {
        foreach (var endpoint in Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var isOpen = endpoint.Metadata.GetMetadata<OpenToEverybody>() is not null;
            Assert.That(endpoint.Metadata.GetMetadata<RequiredScope>() is not null ^ isOpen, endpoint.DisplayName);
        }
    }

    [Test]
    public void Operations_with_a_key_say_how_it_is_sent()
    {
        Assert.That(_document["components"]!["securitySchemes"]!.AsObject().Select(s => s.Key), Is.EquivalentTo((string[])["bearer", "header", "basic", "query", "token"]));
        Assert.That(Schemes("/v1/keys", "get"), Is.EqualTo((string[])["bearer", "header", "basic", "token"]));
        Assert.That(Schemes("/v1/surveys/{key}/responses", "post"), Is.EqualTo((string[])["bearer", "header", "basic", "query"]));
        Assert.That(_document["paths"]!["/health/live"]!["get"]!["security"], Is.Null);
    }

    [Test]
    public void The_code_of_a_problem_is_one_of_a_closed_list() => Assert.That(
        Schema("ProblemBody")["properties"]!["code"]!["enum"]!.AsArray().Select(c => (string?)c), Is.EqualTo(ProblemCodes.All));

    [Test]
    public void The_rules_of_validators_are_in_the_schemas()
    {
        Assert.That(Schema("MakeKeyRequest")["required"]!.ToJsonString(), Is.EqualTo("""["name","scope"]"""));
        Assert.That((int)Schema("MakeKeyRequest")["properties"]!["name"]!["maxLength"]!, Is.EqualTo(200));
        Assert.That((string?)Schema("UnitDefinition")["properties"]!["code"]!["pattern"], Does.StartWith("^[A-Za-z0-9]"));
        Assert.That((int)Schema("UnitDefinition")["properties"]!["headcount"]!["minimum"]!, Is.Zero);
        Assert.That(Schema("SubmitFeedbackRequest")["properties"]!["kind"]!["enum"]!.AsArray(), Has.Count.EqualTo(4));
        Assert.That((decimal)Schema("SubmitResponseRequest")["properties"]!["weight"]!["minimum"]!, Is.EqualTo(.01m));
        Assert.That(Schema("SubmitResponseRequest")["required"]!.ToJsonString(), Is.EqualTo("""["answers"]"""));
    }

    [Test]
    public void Null_is_allowed_where_it_can_be_and_nowhere_else()
    {
        var key = Schema("KeyView")["properties"]!;
        Assert.That(key["id"]!["type"]!.ToJsonString(), Is.EqualTo("\"string\""));
        Assert.That(key["expiresAt"]!["type"]!.ToJsonString(), Does.Contain("null"));
        Assert.That(key["audience"]!["oneOf"]!.ToJsonString(), Does.Contain("null").And.Contain("/Audience"));
    }

    private JsonNode Schema(string name) => _document["components"]!["schemas"]![name]!;

    private IEnumerable<string> Schemes(string path, string method) => _document["paths"]![path]![method]!["security"]!.AsArray().Select(s => s!.AsObject().Single().Key);

    private IEnumerable<(string Place, JsonNode Operation)> Operations() =>
        _document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => ($"{o.Key} {p.Key}", o.Value!)));

    private static IEnumerable<JsonNode> All(JsonNode? node)
    {
        if (node is null) yield break;
        yield return node;
        var children = node switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => [] };
        foreach (var child in children.SelectMany(All)) yield return child;
    }
}
