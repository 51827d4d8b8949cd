using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Feedback.Api.Catalogue;
using Feedback.Api.OData;
using Feedback.Indicators;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Feedback.Api.Tests.OData;

/// <summary>The feed as Power Query and Excel walk it: the root, the model, and every set page by page; every value is held against the model.</summary>
public sealed class WalkingTheFeed(string engine) : FeedFixture(engine)
{
    /// <summary>What these tools send.</summary>
    private const string Accept = "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";

    private static readonly (string, string)[] Versions = [("OData-MaxVersion", "4.0"), ("MaxDataServiceVersion", "3.0")];

    [TestCase(null)]
    [TestCase(Audience.Customer)]
    [TestCase(Audience.Employee)]
    public async Task Every_value_of_every_row_of_every_set_is_what_the_model_says(Audience? audience)
    {
        var client = await BasicClient(audience);
        var (model, sets) = await Begin(client);
        Assert.That(sets, Is.EqualTo((string[])[.. FeedSets.All.Select(s => s.Name), InventedRows.SetName]));
        foreach (var set in sets)
        {
            var type = model.EntityContainer.FindEntitySet(set).EntityType();
            var keys = new HashSet<string>();
            await foreach (var (row, text) in Pages(client, model, set, pageSize: 100))
            {
                Assert.That(row.Select(p => p.Key), Is.EqualTo(type.StructuralProperties().Select(p => p.Name)), "Every column is there, in its order.");
                foreach (var property in type.StructuralProperties()) Assert.That(IsOf(property.Type, row[property.Name]), $"{set}.{property.Name}: {text}");
                Assert.That(keys.Add((string)row[type.Key().Single().Name]!), $"{set} has {text} twice.");
            }
            Assert.That((await (await Ask(client, set + "/$count", Accept, Versions)).Content.ReadAsStringAsync()), Is.EqualTo(keys.Count.ToString(null as IFormatProvider)), set);
        }
    }

    [Test]
    public async Task Dates_are_asked_for_half_open()
    {
        var rows = await Rows($"Calendar?$filter={Text("day ge 2026-11-01 and day lt 2026-12-01")}");
        Assert.That(rows.Select(r => (string)r["day"]!), Is.EqualTo(Enumerable.Range(1, 30).Select(d => $"2026-11-{d:D2}")));
        var instants = await Rows($"Calendar?$filter={Text("day ge 2026-11-01T00:00:00Z and day lt 2026-12-01T00:00:00Z")}");
        Assert.That(instants, Has.Count.EqualTo(30), "Tools whose dates have times ask so.");
    }

    [Test]
    public async Task A_set_without_rows_has_its_columns_in_the_model_and_an_empty_page()
    {
        await using var empty = await TestService.Start(Service.Store.Engine);
        var (model, sets) = await Begin(empty.Read);
        foreach (var set in sets)
        {
            Assert.That(model.EntityContainer.FindEntitySet(set).EntityType().StructuralProperties(), Is.Not.Empty);
            var page = await Ask(empty.Read, set + "?$count=true").Body();
            Assert.That(page["value"]!.AsArray(), Has.Count.EqualTo((int)page["@odata.count"]!), set);
        }
        Assert.That((await Ask(empty.Read, "Items").Body())["value"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task The_root_is_there_with_and_without_a_slash_and_says_which_version_it_is()
    {
        foreach (var path in (string[])["/odata", "/odata/", "/odata/?$format=json"])
        {
            using var answer = await Service.Read.GetAsync(path);
            var document = await answer.Body();
            Assert.That((string?)document["@odata.context"], Is.EqualTo(new Uri(Service.Address, "/odata/$metadata").ToString()));
            Assert.That(document["value"]!.AsArray().Select(s => ((string)s!["name"]!, (string)s["url"]!, (string)s["kind"]!)), Has.Member(("Items", "Items", "EntitySet")));
            Assert.That(answer.Headers.GetValues("OData-Version"), Is.EqualTo(new[] { "4.0" }));
        }
    }

    /// <summary>The pages of a set, each read by the library too, which refuses what is not as the model has it.</summary>
    private async IAsyncEnumerable<(JsonObject Row, string Text)> Pages(HttpClient client, IEdmModel model, string set, int pageSize)
    {
        for (var next = set; next is not null;)
        {
            using var answer = await Ask(client, next, Accept, [.. Versions, ("Prefer", $"odata.maxpagesize={pageSize}")]);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), text);
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Does.StartWith("application/json;odata.metadata=minimal").Or.StartWith("application/json; odata.metadata=minimal"));
            Assert.That(answer.Headers.GetValues("Preference-Applied"), Is.EqualTo(new[] { $"odata.maxpagesize={pageSize}" }));
            var page = JsonNode.Parse(text)!.AsObject();
            Assert.That((string?)page["@odata.context"], Is.EqualTo(new Uri(Service.Address, $"/odata/$metadata#{set}").ToString()));
            var rows = page["value"]!.AsArray();
            Assert.That(rows, Has.Count.LessThanOrEqualTo(pageSize));
            Assert.That(ReadByTheLibrary(model, set, text, answer.Content.Headers.ContentType!.ToString()), Is.EqualTo(rows.Count));
            foreach (var row in rows) yield return (row!.AsObject(), row.ToJsonString());
            next = (string?)page["@odata.nextLink"];
            if (next is not null) Assert.That(next, Does.StartWith(new Uri(Service.Address, "/odata/" + set + "?").ToString()));
        }
    }

    private async Task<(IEdmModel Model, List<string> Sets)> Begin(HttpClient client)
    {
        var root = await Ask(client, "", Accept, Versions).Body();
        using var answer = await Ask(client, "$metadata", Accept, Versions);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/xml"), await answer.Content.ReadAsStringAsync());
        using var xml = XmlReader.Create(new StringReader(await answer.Content.ReadAsStringAsync()));
        Assert.That(CsdlReader.TryParse(xml, out var model, out var errors), string.Join("; ", errors ?? []));
        Assert.That(model.EntityContainer.EntitySets().Select(s => s.EntityType().Key().Single().Type.IsNullable), Is.All.False);
        return (model, [.. root["value"]!.AsArray().Select(s => (string)s!["url"]!)]);
    }

    private async Task<HttpClient> BasicClient(Audience? audience)
    {
        var client = Service.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anybody:" + await Service.MakeKey(KeyScope.Read, audience))));
        return client;
    }

    private static bool IsOf(IEdmTypeReference type, JsonNode? value)
    {
        if (value is null) return type.IsNullable;
        var json = value.GetValue<JsonElement>();
        return type.PrimitiveKind() switch
        {
            EdmPrimitiveTypeKind.String => json.ValueKind == JsonValueKind.String,
            EdmPrimitiveTypeKind.Double => json.ValueKind == JsonValueKind.Number && double.IsFinite(json.GetDouble()),
            EdmPrimitiveTypeKind.Int64 => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
            EdmPrimitiveTypeKind.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            EdmPrimitiveTypeKind.Date => DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", out _),
            EdmPrimitiveTypeKind.DateTimeOffset => json.GetString() is [.., 'Z'] text && text.Contains('T') && json.TryGetDateTimeOffset(out _),
            _ => false,
        };
    }

    /// <summary>How many rows Microsoft's own reader finds in a page.</summary>
    private static int ReadByTheLibrary(IEdmModel model, string set, string text, string contentType)
    {
        using var message = new ReceivedMessage(text, contentType);
        using var reader = new ODataMessageReader((IODataResponseMessage)message, new ODataMessageReaderSettings { Validations = ValidationKinds.All }, model);
        var entities = reader.CreateODataResourceSetReader(model.EntityContainer.FindEntitySet(set), model.EntityContainer.FindEntitySet(set).EntityType());
        var count = 0;
        while (entities.Read())
        {
            if (entities.State == ODataReaderState.ResourceEnd) count++;
        }
        return count;
    }

    private sealed class ReceivedMessage(string text, string contentType) : IODataResponseMessage, IDisposable
    {
        private readonly MemoryStream _body = new(Encoding.UTF8.GetBytes(text));

        public int StatusCode { get; set; } = 200;

        public IEnumerable<KeyValuePair<string, string>> Headers => [new("Content-Type", contentType), new("OData-Version", "4.0")];

        public string GetHeader(string headerName) => Headers.FirstOrDefault(h => h.Key == headerName).Value;

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => _body;

        public void Dispose() => _body.Dispose();
    }
}
