using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Http;

namespace Feedback.Api.Tests;

/// <summary>How tests send and read what goes over the wire.</summary>
internal static class Wire
{
    public static HttpContent Json(JsonNode body) => Text(body.ToJsonString());

    public static HttpContent Text(string body, string mediaType = "application/json") => new StringContent(body, Encoding.UTF8, mediaType);

    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, JsonNode body) => client.PostAsync(path, Json(body));

    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, JsonNode body) => client.PutAsync(path, Json(body));

    /// <summary>The body of an answer that must have this status.</summary>
    public static async Task<JsonNode> Body(this HttpResponseMessage answer, int status = 200)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The body of an answer that must have this status.</summary>
    public static async Task<JsonNode> Body(this Task<HttpResponseMessage> answer, int status = 200) => await (await answer).Body(status);

    /// <summary>The problem of an answer that must be one, with this status and code.</summary>
    public static async Task<ProblemBody> Problem(this HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), text);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var body = JsonNode.Parse(text)!.AsObject();
        // Of the feed, and there alone, the error stands beside.
        Assert.That(body.Remove("error"), Is.EqualTo(answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/odata", StringComparison.Ordinal)), text);
        var problem = body.Deserialize<ProblemBody>(Http.Json.Options)!;
        Assert.That(problem.Code, Is.EqualTo(code), text);
        Assert.That(problem.Status, Is.EqualTo(status));
        Assert.That(problem.TraceId, Is.Not.Empty);
        return problem;
    }

    /// <summary>The problem of an answer that must be one, with this status and code.</summary>
    public static async Task<ProblemBody> Problem(this Task<HttpResponseMessage> answer, int status, string code) => await (await answer).Problem(status, code);
}
