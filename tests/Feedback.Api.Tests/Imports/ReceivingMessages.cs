using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>Messages of Typeform and Formbricks: what they hold, and who signed them.</summary>
public sealed class ReceivingMessages(string engine) : ServiceFixture(engine)
{
    private const string TypeformSecret = "a secret of the form";

    private static readonly byte[] FormbricksKey = Encoding.UTF8.GetBytes("twenty-four bytes of key");
    private static readonly string FormbricksSecret = "whsec_" + Convert.ToBase64String(FormbricksKey);

    private string _survey = "";

    [SetUp]
    public async Task PublishASurvey()
    {
        var definition = Importing.VisitSurvey();
        var items = definition["items"]!.AsArray();
        items.Single(i => (string)i!["code"]! == "used")!["aliases"]!.AsArray().Add("used-ref");
        items.Single(i => (string)i!["code"]! == "used")!["options"]![0]!["aliases"]!.AsArray().Add("cW");
        items.Single(i => (string)i!["code"]! == "why")!["aliases"]!.AsArray().Add("fWhy");
        _survey = await Service.Publish(definition);
    }

    [Test]
    public async Task A_message_of_Typeform_becomes_a_response()
    {
        var answer = await Send("typeform", await Message("typeform")).Body();
        answer.Counted(1, 1, 0, 0, 0);
        Assert.That(answer.Ignored(), Is.EqualTo(new[] { "desk.other", "mail-ref", "user_id", "variables.score" }));
        var response = (await Service.Responses(_survey)).Single();
        Assert.That(response.Json("answers"), Is.EqualTo("""{"again":"yes","clean":4,"desk":"other","nps":9,"used":["wifi","lounge"],"why":"Quick & friendly."}"""));
        Assert.That((response.Json("about"), (string)response["answeredAt"]!), Is.EqualTo(("""{"channel":"web"}""", "2026-03-01T10:02:30Z")));
        (await Send("typeform", await Message("typeform")).Body()).Counted(1, 0, 1, 0, 0);
        Assert.That((await Send("typeform", (await Message("typeform")).Replace("\"number\":9", "\"number\":8")).Body()).Rejected(), Is.EqualTo(new[] { "1 response_conflict" }));
    }

    [Test]
    public async Task A_message_of_Formbricks_becomes_a_response()
    {
        var answer = await Send("formbricks", await Message("formbricks")).Body();
        answer.Counted(1, 1, 0, 0, 0);
        Assert.That(answer.Ignored(), Is.EqualTo(new[] { "cta", "contactAttributes.email", "contactAttributes.plan", "variables.v1" }));
        var response = (await Service.Responses(_survey)).Single();
        Assert.That(response.Json("answers"), Is.EqualTo("""{"QROOM.AIR":1,"QROOM_LIGHT":5,"clean":null,"desk":"other","nps":9,"used":["wifi","lounge"],"why":"Quick & friendly."}"""), "what took time and got no answer was skipped");
        Assert.That((response.Json("about"), (string?)response["language"], (string)response["answeredAt"]!), Is.EqualTo(("""{"channel":"web"}""", (string?)null, "2026-03-01T10:00:00.123Z")));
        (await Send("formbricks", (await Message("formbricks")).Replace("responseFinished", "responseUpdated").Replace("10:01:00", "10:02:00")).Body()).Counted(1, 0, 1, 0, 0);
    }

    [Test]
    public async Task What_is_not_finished_is_left_out_and_the_finished_response_stored()
    {
        var message = await Message("formbricks");
        var part = message.Replace("\"finished\":true", "\"finished\":false").Replace("responseFinished", "responseUpdated").Replace("\"npsq\":9", "\"npsq\":2");
        (await Send("formbricks", part).Body()).Counted(1, 0, 0, 1, 0);
        (await Send("formbricks", message).Body()).Counted(1, 1, 0, 0, 0);
        (await Send("formbricks", """{"event":"testEndpoint"}""").Body()).Counted(1, 0, 0, 1, 0);
        (await Send("typeform", (await Message("typeform")).Replace("\"form_response\",", "\"form_response_partial\",")).Body()).Counted(1, 0, 0, 1, 0);
    }

    [Test]
    public async Task A_message_of_which_nothing_is_known_is_refused()
    {
        var other = await Service.Publish(Some.CustomerSurvey());
        await Service.Ingest.Import("formbricks", other, """{"event":"responseFinished","data":{"id":"x","finished":true,"createdAt":"2026-03-01T10:00:00Z","data":{"q":"secret"}}}""").Problem(400, "invalid_import");
        foreach (var body in (string[])["", "[]", "null", "{\"event\":", "{}", await Message("typeform")])
            await Service.Ingest.Import("formbricks", _survey, body).Problem(400, "malformed_file");
    }

    [Test]
    public async Task With_a_secret_only_what_Typeform_signed_with_it_comes_in()
    {
        await Keep("typeform", TypeformSecret);
        var message = await Message("typeform");
        await Send("typeform", message).Problem(401, "invalid_signature");
        await Send("typeform", message, ("Typeform-Signature", Sign("another secret", message))).Problem(401, "invalid_signature");
        await Send("typeform", message.Replace("\"number\":9", "\"number\":1"), ("Typeform-Signature", Sign(TypeformSecret, message))).Problem(401, "invalid_signature");
        await Send("typeform", message, ("Typeform-Signature", "sha256=" + new string('A', 100))).Problem(401, "invalid_signature");
        Assert.That(await Service.Responses(_survey), Is.Empty);
        (await Send("typeform", message, ("Typeform-Signature", Sign(TypeformSecret, message))).Body()).Counted(1, 1, 0, 0, 0);
    }

    [Test]
    public async Task With_a_secret_only_what_Formbricks_signed_with_it_lately_comes_in()
    {
        await Keep("formbricks", FormbricksSecret);
        var message = await Message("formbricks");
        var now = Service.Clock.GetUtcNow().ToUnixTimeSeconds();
        await Send("formbricks", message).Problem(401, "invalid_signature");
        await Send("formbricks", message, Standard(now - 301, message)).Problem(401, "invalid_signature");
        await Send("formbricks", message, Standard(now + 301, message)).Problem(401, "invalid_signature");
        await Send("formbricks", message + " ", Standard(now, message)).Problem(401, "invalid_signature");
        await Send("formbricks", message, [.. Standard(now, message)[..2], ("webhook-signature", "v1,AAAA v2,x v1")]).Problem(401, "invalid_signature");
        var right = Standard(now - 290, message);
        (await Send("formbricks", message, [.. right[..2], ("webhook-signature", "v1," + Convert.ToBase64String(new byte[32]) + " " + right[2].Value)]).Body()).Counted(1, 1, 0, 0, 0);
    }

    [Test]
    public async Task A_signature_that_nothing_can_be_held_against_is_refused()
    {
        var message = await Message("formbricks");
        await Send("formbricks", message, Standard(Service.Clock.GetUtcNow().ToUnixTimeSeconds(), message)).Problem(401, "unverifiable_signature");
        await Send("typeform", message, ("Typeform-Signature", "sha256=")).Problem(401, "unverifiable_signature");
    }

    private Task<HttpResponseMessage> Send(string format, string message, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/imports/{format}?survey={_survey}") { Content = Wire.Text(message) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Service.Ingest.SendAsync(request);
    }

    private async Task Keep(string format, string secret) =>
        Assert.That((await Service.Admin.Put($"/v1/surveys/{_survey}/imports/{format}", new JsonObject { ["secret"] = secret }).Body()).ToJsonString(), Does.Contain("\"hasSecret\":true").And.Not.Contain(secret));

    private static string Sign(string secret, string message) => "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(message)));

    private static (string Name, string Value)[] Standard(long timestamp, string message) =>
    [
        ("webhook-id", "msg_1"), ("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
        ("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(FormbricksKey, Encoding.UTF8.GetBytes($"msg_1.{timestamp}.{message}")))),
    ];

    private async Task<string> Message(string format) => Encoding.UTF8.GetString(await Importing.File(format + ".json")).Replace("cm1resp0001", "r" + _survey).Replace("9f1c2d3e4b5a69788766554433221100", "t" + _survey);
}
