using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>Many responses at once: the good ones are stored, the bad ones are named.</summary>
public sealed class SubmittingBatches(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task Publish() => _survey = await Service.Publish(Some.CustomerSurvey());

    [Test]
    public async Task Lines_may_end_in_any_way_and_be_blank()
    {
        var answer = await Lines($"{Line()}\r\n\r\n  \n{Line()}\n{Line()}");
        AssertCounts(answer, received: 3, stored: 3);
    }

    [Test]
    public async Task Bad_lines_are_named_and_good_ones_stored()
    {
        var known = Line();
        await Lines(known);
        var answer = await Lines(string.Join('\n', Line(), "{", known, "", """{"answers":{"other":1}}""", Line(), """{"answers":{"clean":4,"clean":5}}""", "null", "[]"));
        AssertCounts(answer, received: 8, stored: 2, alreadyStored: 1, rejected: 5);
        Assert.That(answer["rejected"]!.AsArray().Select(r => ((int)r!["line"]!, (string)r["code"]!)), Is.EqualTo(new[]
        {
            (2, "malformed_json"), (5, "unknown_item"), (7, "invalid_answer"), (8, "malformed_json"), (9, "malformed_json"),
        }));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(3));
    }

    [Test]
    public async Task The_list_of_refused_lines_is_cut_and_their_count_is_not()
    {
        var lines = Enumerable.Range(0, 1_205).Select(i => i % 5 == 0 ? """{"answers":{"clean":9}}""" : Line());
        var answer = await Lines(string.Join('\n', lines));
        AssertCounts(answer, received: 1_205, stored: 964, rejected: 241);
        Assert.That(answer["rejected"]!.AsArray().Select(r => (int)r!["line"]!), Is.EqualTo(Enumerable.Range(0, 100).Select(i => i * 5 + 1)));
    }

    [Test]
    public async Task A_line_that_is_too_long_or_not_UTF_8_is_refused_alone()
    {
        var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes(Line() + "\n"));
        body.Write(Encoding.UTF8.GetBytes("{\"answers\":{\"why\":\"" + new string('x', 700_000) + "\"}}\n"));
        body.Write([.. "{\"answers\":{\"why\":\""u8, 0xFF, 0xFE, .. "\"}}\n"u8]);
        body.Write(Encoding.UTF8.GetBytes(Line()));
        var answer = await Send(new ByteArrayContent(body.ToArray()), "application/x-ndjson");
        AssertCounts(answer, received: 4, stored: 2, rejected: 2);
        Assert.That(answer["rejected"]!.AsArray().Select(r => ((int)r!["line"]!, (string)r["code"]!)), Is.EqualTo(new[] { (2, "body_too_large"), (3, "malformed_json") }));
    }

    [Test]
    public async Task The_same_response_twice_in_a_batch_is_stored_once()
    {
        var line = Line();
        AssertCounts(await Lines($"{line}\n{line}\n{line.Replace("\"nps\":9", "\"nps\":1")}"), received: 3, stored: 1, alreadyStored: 1, rejected: 1);
        Assert.That(await Service.ResponsesCounted(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task An_array_is_taken_as_well()
    {
        AssertCounts(await Array($"[{Line()}, {Line()},\n{Line()}]"), received: 3, stored: 3);
        AssertCounts(await Array("[]"), received: 0, stored: 0);
        await Service.Ingest.PostAsync(Asking.Responses(_survey) + "/batch", Wire.Text("{}")).Problem(400, "malformed_json");
        await Service.Ingest.PostAsync(Asking.Responses(_survey) + "/batch", Wire.Text(Line(), "text/csv")).Problem(415, "unsupported_media_type");
    }

    [Test]
    public async Task What_is_wrong_with_one_element_does_not_touch_the_others()
    {
        var deep = """{"answers":{"why":""" + new string('[', 30) + new string(']', 30) + "}}";
        byte[] body = [.. Encoding.UTF8.GetBytes($$$"""[{{{Line()}}},{"answers":{"clean":4,"clean":5}},null,{{{deep}}},{"answers":{"why":" """), 0xFF, .. "\"}},"u8, .. Encoding.UTF8.GetBytes(Line() + "]")];
        var answer = await Send(new ByteArrayContent(body), "application/json");
        AssertCounts(answer, received: 6, stored: 2, rejected: 4);
        Assert.That(answer["rejected"]!.AsArray().Select(r => (int)r!["line"]!), Is.EqualTo(new[] { 2, 3, 4, 5 }));
    }

    [Test]
    public async Task Where_an_array_breaks_the_rest_is_refused_as_one()
    {
        var answer = await Array($"[{Line()},{Line()},{{\"answers\" oops,{Line()}]");
        AssertCounts(answer, received: 3, stored: 2, rejected: 1);
        Assert.That((int)answer["rejected"]![0]!["line"]!, Is.EqualTo(3));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(2));
    }

    [Test]
    public async Task A_batch_may_be_compressed()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes($"{Line()}\n{Line()}"));
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        AssertCounts(await Send(content, "application/x-ndjson"), received: 2, stored: 2);
    }

    private static string Line() => Some.Response().ToJsonString();

    private Task<JsonNode> Lines(string lines) => Service.SubmitLines(_survey, lines).Body();

    private Task<JsonNode> Array(string array) => Service.Ingest.PostAsync(Asking.Responses(_survey) + "/batch", Wire.Text(array)).Body();

    private Task<JsonNode> Send(HttpContent content, string mediaType)
    {
        content.Headers.ContentType = new(mediaType);
        return Service.Ingest.PostAsync(Asking.Responses(_survey) + "/batch", content).Body();
    }

    private static void AssertCounts(JsonNode answer, int received, int stored, int alreadyStored = 0, int rejected = 0) => Assert.That(
        ((int)answer["received"]!, (int)answer["stored"]!, (int)answer["alreadyStored"]!, (int)answer["rejectedCount"]!),
        Is.EqualTo((received, stored, alreadyStored, rejected)), answer.ToJsonString());
}
