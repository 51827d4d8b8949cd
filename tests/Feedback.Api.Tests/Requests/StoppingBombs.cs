using System.IO.Compression;
using System.Net.Http.Headers;
using Feedback.Api.Tests.Fuzzing;

namespace Feedback.Api.Tests.Requests;

/// <summary>A small body that becomes a large one: every operation that takes a body stops where its limit is, in every encoding, however little came over the wire.</summary>
public sealed class StoppingBombs(string engine) : ServiceFixture(engine)
{
    private const int Unpacked = 256 << 20;

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task Every_operation_stops_a_bomb(string encoding)
    {
        await Service.Publish(Some.CustomerSurvey(), "airport");
        var (blanks, quotes) = (Bomb(encoding, (byte)' '), Bomb(encoding, (byte)'"'));
        Assert.That(blanks, Has.Length.LessThan(Unpacked / 50));
        foreach (var operation in DescribedOperation.Of(await Service.Nobody.GetAsync("/openapi/v1.json").Body()).Where(o => o.Bodies.Count > 0))
        {
            var path = operation.Path.Replace("{key}", "airport").Replace("{format}", "csv").Replace("{name}", "a").Replace("{id}", Guid.NewGuid().ToString());
            if (operation.Parameters.Any(p => p is { IsInPath: false, Name: "survey" })) path += "?survey=airport";
            foreach (var body in (byte[][])[blanks, quotes])
            {
                using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(operation.Bodies.First().Key);
                request.Content.Headers.ContentEncoding.Add(encoding);
                using var answer = await Service.Admin.SendAsync(request);
                Assert.That((int)answer.StatusCode, Is.InRange(400, 415), operation.ToString());
            }
        }
        Assert.That(Service.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task A_body_that_is_packed_twice_is_not_unpacked_at_all()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/feedback") { Content = new ByteArrayContent(Bomb("gzip", 0)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");
        request.Content.Headers.ContentEncoding.Add("gzip");
        await Service.Ingest.SendAsync(request).Problem(415, "unsupported_media_type");
    }

    private static byte[] Bomb(string encoding, byte of)
    {
        var (part, packed) = (new byte[1 << 20], new MemoryStream());
        Array.Fill(part, of);
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        })
        {
            for (var i = 0; i < Unpacked >> 20; i++) packer.Write(part);
        }
        return packed.ToArray();
    }
}
