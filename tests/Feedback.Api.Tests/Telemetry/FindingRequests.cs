using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>The id that a refused request is told, under which it is found.</summary>
public sealed class FindingRequests(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_refusal_has_the_trace_of_who_asked()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        Assert.That(await TraceOf($"00-{trace}-00f067aa0ba902b7-01"), Is.EqualTo(trace));
    }

    [TestCase(null)]
    [TestCase("00-not-a-trace-01")]
    public async Task Without_one_each_has_its_own(string? parent)
    {
        var (first, second) = (await TraceOf(parent), await TraceOf(parent));
        Assert.That(first, Does.Match("^[0-9a-f]{32}$").And.Not.EqualTo(second));
        Assert.That(second, Does.Match("^[0-9a-f]{32}$"));
    }

    private async Task<string> TraceOf(string? parent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/surveys/unknown");
        if (parent is not null) request.Headers.TryAddWithoutValidation("traceparent", parent);
        using var answer = await Service.Admin.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(404));
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["traceId"]!;
    }
}
