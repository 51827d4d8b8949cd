using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>Messages of other products that somebody sends again, later, or in another order.</summary>
public sealed class ReplayingMessages(string engine) : ServiceFixture(engine)
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("twenty-four bytes of key");

    private string _survey = "";

    [SetUp]
    public async Task PublishASurveyWithASecret()
    {
        _survey = await Service.Publish(Importing.VisitSurvey());
        await Service.Admin.Put($"/v1/surveys/{_survey}/imports/formbricks", new JsonObject { ["secret"] = "whsec_" + Convert.ToBase64String(Key) }).Body();
    }

    [Test]
    public async Task A_signed_message_that_is_sent_again_at_once_stores_nothing_and_later_is_refused()
    {
        var (message, headers) = await Signed();
        (await Send(message, headers).Body()).Counted(1, 1, 0, 0, 0);
        (await Send(message, headers).Body()).Counted(1, 0, 1, 0, 0);
        Service.Clock.Advance(TimeSpan.FromMinutes(6));
        await Send(message, headers).Problem(401, "invalid_signature");
        Assert.That(await Service.Responses(_survey), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_erased_does_not_come_back_with_its_message()
    {
        var (message, headers) = await Signed();
        (await Send(message, headers).Body()).Counted(1, 1, 0, 0, 0);
        var id = (string)(await Service.Responses(_survey)).Single()["id"]!;
        var erased = await Service.Admin.DeleteAsync($"/v1/responses/{id}");
        Assert.That(erased.IsSuccessStatusCode);
        var again = await Send(message, headers).Body();
        Assert.That(((int)again["erased"]!, (int)again["stored"]!), Is.EqualTo((1, 0)), again.ToJsonString());
        Assert.That(await Service.Responses(_survey), Is.Empty);
    }

    [Test]
    public async Task A_signature_is_of_one_message_one_time_and_one_id()
    {
        var (message, headers) = await Signed();
        foreach (var (name, other) in ((string, string)[])[("webhook-id", "msg_2"), ("webhook-timestamp", (Now + 1).ToString(CultureInfo.InvariantCulture)), ("webhook-timestamp", $"+{Now}"), ("webhook-timestamp", $"{Now}.0")])
            await Send(message, [.. headers.Where(h => h.Name != name), (name, other)]).Problem(401, "invalid_signature");
        await Send(message.Replace("\"npsq\":9", "\"npsq\":0", StringComparison.Ordinal), headers).Problem(401, "invalid_signature");
        await Send(message, [.. headers[..2], ("webhook-signature", headers[2].Value[..^5] + "AAAA=")]).Problem(401, "invalid_signature");
        await Send(message, [.. headers[..2], ("webhook-signature", headers[2].Value.Replace("v1,", "v1a,", StringComparison.Ordinal))]).Problem(401, "invalid_signature");
        Assert.That(await Service.Responses(_survey), Is.Empty);
    }

    [Test]
    public async Task A_message_that_overtakes_another_of_the_same_response_is_not_undone_by_it()
    {
        var (finished, headers) = await Signed();
        var earlier = finished.Replace("\"finished\":true", "\"finished\":false", StringComparison.Ordinal).Replace("responseFinished", "responseUpdated", StringComparison.Ordinal).Replace("\"npsq\":9", "\"npsq\":1", StringComparison.Ordinal);
        (await Send(finished, headers).Body()).Counted(1, 1, 0, 0, 0);
        (await Send(earlier, Sign(earlier)).Body()).Counted(1, 0, 0, 1, 0);
        Assert.That((int)(await Service.Responses(_survey)).Single()["answers"]!["nps"]!, Is.EqualTo(9));
    }

    private long Now => Service.Clock.GetUtcNow().ToUnixTimeSeconds();

    private async Task<(string Message, (string Name, string Value)[] Headers)> Signed()
    {
        var message = Encoding.UTF8.GetString(await Importing.File("formbricks.json")).Replace("cm1resp0001", "r" + _survey, StringComparison.Ordinal);
        return (message, Sign(message));
    }

    private (string Name, string Value)[] Sign(string message) =>
    [
        ("webhook-id", "msg_1"), ("webhook-timestamp", Now.ToString(CultureInfo.InvariantCulture)),
        ("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"msg_1.{Now}.{message}")))),
    ];

    private Task<HttpResponseMessage> Send(string message, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/imports/formbricks?survey={_survey}") { Content = Wire.Text(message) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Service.Ingest.SendAsync(request);
    }
}
