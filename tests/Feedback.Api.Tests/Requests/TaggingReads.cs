using System.Net;

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

    [Test]
    public async Task A_read_that_has_changed_has_another_tag()
    {
        using var before = await Service.Read.GetAsync("/v1/surveys");
        await Service.Publish(Some.CustomerSurvey());
        using var after = await Service.Read.GetAsync("/v1/surveys");
        Assert.That(after.Headers.ETag, Is.Not.EqualTo(before.Headers.ETag));
    }
}
