using System.Text.Json.Nodes;
using Feedback.Api.Tests.Imports;
using Feedback.Api.Tests.Pages;

namespace Feedback.Api.Tests.StaffNames;

/// <summary>Neither a name of the list nor an address gets into the store, whichever way a text comes in.</summary>
public sealed class MaskingBeforeStorage(string engine) : ServiceFixture(engine)
{
    private const string Masked = "[name] told me, write to [email] or [phone].";

    private static readonly string[] Ways = ["single", "batch", "feedback", "import", "page"];

    [Test]
    public async Task Only_marks_are_stored([ValueSource(nameof(Ways))] string way, [Values("customer", "employee")] string audience)
    {
        var last = $"Quill{way}{audience}";
        await Service.PutNames($"Xaverine {last}", "Somebody Else");
        var (mail, phone) = ($"xaverine@{last.ToLowerInvariant()}.example", "+49 171 5550123");
        await Bring(way, audience, $"Xaverine {last} told me, write to {mail} or {phone}.");
        Assert.That(await Service.Column<string>("select text from comment"), Does.Contain(Masked));
        AssertNoFileHolds(last, mail, mail.ToUpperInvariant(), phone, "Xaverine");
    }

    [Test]
    public async Task A_retry_is_known_although_what_is_stored_is_masked()
    {
        await Service.PutNames("Xaverine Quillretry");
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        response["answers"]!["why"] = "Ask Xaverine Quillretry.";
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        Assert.That((string?)(await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body())["status"], Is.EqualTo("already_stored"));
        response["answers"]!["why"] = "Ask Xaverine Quillother.";
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Problem(409, "response_conflict");
    }

    private async Task Bring(string way, string audience, string text)
    {
        var definition = (audience == "customer" ? Some.CustomerSurvey() : Some.EmployeeSurvey()).Opened();
        var survey = await Service.Publish(definition);
        var response = audience == "customer" ? Some.Response() : Some.EmployeeResponse();
        response["answers"]!["why"] = text;
        switch (way)
        {
            case "single":
                await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
                break;
            case "batch":
                await Service.Store(survey, [response]);
                break;
            case "feedback":
                await Service.Ingest.Post("/v1/feedback", new JsonObject { ["audience"] = audience, ["kind"] = "praise", ["text"] = text }).Body(201);
                break;
            case "import":
                var column = audience == "customer" ? "nps" : "capability";
                (await Service.Admin.Import("csv", survey, $"id,{column},why\n{Guid.NewGuid()},5,\"{text}\"\n").Body()).Counted(1, 1, 0, 0, 0);
                break;
            default:
                var sent = await (await Page.Open(Service, $"/s/{survey}")).Send("send", ("answers.why", text));
                Assert.That(sent.Status, Is.EqualTo(303).Or.EqualTo(200), sent.Text);
                break;
        }
    }

    private void AssertNoFileHolds(params string[] secrets)
    {
        if (Service.Store.Engine == "sqlserver") return;
        Assert.That(Service.Store.Files().Sum(f => f.Bytes.Length), Is.GreaterThan(100_000), "There are files to look into.");
        Assert.That(Service.Store.Holding("told me, write to"), Is.Not.Empty, "What may be stored is found this way.");
        foreach (var secret in secrets) Assert.That(Service.Store.Holding(secret), Is.Empty, secret);
    }
}
