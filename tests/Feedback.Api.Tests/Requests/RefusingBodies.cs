using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Feedback.Api.Tests.Requests;

/// <summary>What arrives is read strictly: never a 500, never half of it, never more than the limit.</summary>
public sealed class RefusingBodies(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    private string Responses => $"/v1/surveys/{_survey}/responses";

    [OneTimeSetUp]
    public async Task PublishOneSurvey() => _survey = await Service.Publish(Some.CustomerSurvey());

    [OneTimeTearDown]
    public void NothingWasABug() => Assert.That(Service.Log.Errors, Is.Empty);

    private static IEnumerable<TestCaseData<byte[]>> Broken()
    {
        yield return Case("[[[[", "cut short");
        yield return Case(string.Concat(Enumerable.Repeat("[", 100_000)), "deep");
        yield return Case("""{"answers":{"nps":""" + new string('[', 5_000) + new string(']', 5_000) + "}}", "deep in a field");
        yield return Case("""{"name":"a","name":"b","answers":{"nps":1},"answers":{"nps":2}}""", "a member twice");
        yield return Case("""{"answers":{"nps":1,"nps":2},"name":{"a":1,"a":2}}""", "a member twice below");
        yield return Case("""{"id":"\ud800","name":"\ud800","answers":{"why":"\ud800"}}""", "half a surrogate pair");
        yield return Case("""{"answers":{"nps":1}} {}""", "two documents");
        yield return Case("""{"answers":{"nps":1},}""", "a comma too many");
        yield return Case("""{"answers":/* 1 */{"nps":1}}""", "a comment");
        yield return Case("""{"answers":{"nps":NaN},"name":NaN}""", "not a number");
        yield return Case("\ufeff{}", "a mark of byte order");
        yield return Case("\0", "zero");
        yield return new TestCaseData<byte[]>([0x22, 0xff, 0xfe, 0x22]) { TestName = "Broken_json_is_refused(not UTF-8)" };
        yield return new TestCaseData<byte[]>([.. """{"answers":{"why":" """u8, 0xc3, 0x28, .. "\"}}"u8]) { TestName = "Broken_json_is_refused(not UTF-8 in a text)" };

        static TestCaseData<byte[]> Case(string text, string name) => new(Encoding.UTF8.GetBytes(text)) { TestName = $"Broken_json_is_refused({name})" };
    }

    [TestCaseSource(nameof(Broken))]
    public async Task Broken_json_is_refused(byte[] body)
    {
        foreach (var path in (string[])["/v1/keys", Responses])
        {
            var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            var answer = await Service.Admin.PostAsync(path, content);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), path);
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        }
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task A_compressed_body_is_read(string encoding) =>
        await Send(Responses, Compressed(encoding, Encoding.UTF8.GetBytes(Some.Response().ToJsonString())), encoding).Body(201);

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task A_body_that_is_not_what_its_encoding_says_is_refused(string encoding) =>
        await Send(Responses, Encoding.UTF8.GetBytes(Some.Response().ToJsonString()), encoding).Problem(400, "invalid_request");

    [TestCase("zstd")]
    [TestCase("gzip, gzip")]
    public async Task An_encoding_that_is_not_known_is_refused(string encoding)
    {
        var answer = await Send(Responses, Encoding.UTF8.GetBytes(Some.Response().ToJsonString()), encoding);
        Assert.That(answer.Headers.GetValues("Accept-Encoding"), Is.EqualTo((string[])["gzip, br, deflate"]));
        await answer.Problem(415, "unsupported_media_type");
    }

    [Test]
    public async Task A_body_over_the_limit_of_its_operation_is_refused()
    {
        var text = $$$"""{"answers":{"why":"{{{new string('a', 300_000)}}}"}}""";
        await Service.Ingest.PostAsync(Responses, Wire.Text(text)).Problem(413, "body_too_large");
        await Send(Responses, Compressed("gzip", Encoding.UTF8.GetBytes(text)), "gzip").Problem(413, "body_too_large");
    }

    [Test]
    public async Task A_bomb_ends_where_the_limit_is()
    {
        var line = new byte[1 << 20];
        Array.Fill(line, (byte)'a');
        line[^1] = (byte)'\n';
        var bomb = Compressed("gzip", [.. Enumerable.Repeat(line, 65).SelectMany(l => l)]);
        Assert.That(bomb, Has.Length.LessThan(1 << 20));
        await Send(Responses, bomb, "gzip").Problem(413, "body_too_large");
        await Send(Responses + "/batch", bomb, "gzip", "application/x-ndjson").Problem(413, "body_too_large");
    }

    [TestCase("""{"answers":{"nps":1,"nps":2}}""")]
    [TestCase("""{"answers":{"nps":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}}""")]
    [TestCase("""{"answers":{"why":"\ud800"}}""")]
    [TestCase("7")]
    public async Task One_bad_element_of_an_array_is_refused_alone(string bad)
    {
        var batch = await Service.Ingest.PostAsync(Responses + "/batch", Wire.Text($$$"""[{"answers":{"nps":1}},{{{bad}}},{"answers":{"nps":3}}]""")).Body();
        Assert.That((int)batch["stored"]!, Is.EqualTo(2));
        Assert.That((int)batch["rejected"]!.AsArray().Single()!["line"]!, Is.EqualTo(2));
    }

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("application/json; charset=utf-16")]
    public async Task Another_media_type_is_refused(string mediaType)
    {
        var content = new StringContent("{}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        await Service.Admin.PostAsync("/v1/keys", content).Problem(415, "unsupported_media_type");
    }

    [Test]
    public async Task An_address_that_is_not_there_is_a_problem()
    {
        await Service.Nobody.GetAsync("/v1/nothing").Problem(404, "not_found");
        await Service.Nobody.GetAsync("/").Problem(404, "not_found");
    }

    [Test]
    public async Task A_method_that_an_address_does_not_take_is_a_problem_that_names_those_it_takes()
    {
        var answer = await Service.Admin.PutAsync("/v1/keys", Wire.Text("{}"));
        Assert.That(answer.Content.Headers.Allow, Is.EquivalentTo((string[])["GET", "POST"]));
        await answer.Problem(405, "method_not_allowed");
    }

    [Test]
    public async Task Every_answer_has_safe_headers_and_none_names_the_server()
    {
        foreach (var path in (string[])["/health/live", "/v1/nothing", "/v1/keys"])
        {
            var answer = await Service.Nobody.GetAsync(path);
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo((string[])["nosniff"]), path);
            Assert.That(answer.Headers.Contains("Server"), Is.False, path);
        }
    }

    private Task<HttpResponseMessage> Send(string path, byte[] body, string encoding, string mediaType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(mediaType);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return Service.Ingest.PostAsync(path, content);
    }

    private static byte[] Compressed(string encoding, byte[] body)
    {
        var output = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Fastest),
            "br" => new BrotliStream(output, CompressionLevel.Fastest),
            _ => new ZLibStream(output, CompressionLevel.Fastest),
        })
        {
            stream.Write(body);
        }
        return output.ToArray();
    }
}
