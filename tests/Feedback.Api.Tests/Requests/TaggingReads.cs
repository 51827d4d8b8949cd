using System.Net;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Requests;

/// <summary>Whoever has an answer already is not sent it again.</summary>
public sealed class TaggingReads(string engine) : ServiceFixture(engine)
{
    [TestCase("/v1/surveys")]
    [TestCase("/v1/units")]
    [TestCase("/v1/indicators")]
    [TestCase("/v1/indicators/recommend?audience=customer")]
    public async Task A_read_that_is_known_is_304(string path)
    {
        using var first = await Service.Read.GetAsync(path);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Headers.ETag, Is.Not.Null);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Service.Read.SendAsync(request);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("")]
    [TestCase("&format=csv")]
    public async Task A_list_that_is_too_long_to_be_kept_is_sent_whole(string format)
    {
        var units = new JsonArray([.. Enumerable.Range(0, 6_000).Select(i => (JsonNode)new JsonObject { ["code"] = $"unit-{i}", ["name"] = new string('n', 190) })]);
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = units }).Body();
        using var answer = await Service.Read.GetAsync("/v1/units?limit=20000" + format);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(text, Has.Length.GreaterThan(1 << 20).And.Length.EqualTo(answer.Content.Headers.ContentLength));
        Assert.That(text.Split("unit-"), Has.Length.EqualTo(6_001));
    }

    [Test]
    public async Task A_read_that_has_changed_has_another_tag()
    {
        using var before = await Service.Read.GetAsync("/v1/surveys");
        await Service.Publish(Some.CustomerSurvey());
        using var after = await Service.Read.GetAsync("/v1/surveys");
        Assert.That(after.Headers.ETag, Is.Not.EqualTo(before.Headers.ETag));
    }
}
