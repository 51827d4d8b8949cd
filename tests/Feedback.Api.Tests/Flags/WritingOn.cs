using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Flags;

/// <summary>The sender of a concern reads the champion's answer and writes on, with nothing but the id of the concern.</summary>
public sealed class WritingOn(string engine) : ServiceFixture(engine)
{
    private HttpClient _champion = null!;

    [OneTimeSetUp]
    public async Task HaveAnOrganisation()
    {
        await Service.PutTeams();
        _champion = await Service.Champion();
    }

    [SetUp]
    public void BeginOnASaturday() => Service.Clock.Now = TestClock.Start;

    [Test]
    public async Task A_concern_of_an_employee_is_answered_and_closed_and_its_sender_opens_it_again()
    {
        var id = await Service.Raise("The rota is unfair.", "desk");
        Assert.That((await Service.Ingest.GetAsync(Raising.Thread(id)).Body()).ToJsonString(), Is.EqualTo("""{"status":"waiting","messages":[{"from":"sender","text":"The rota is unfair.","week":"2026-11-16"}]}"""));
        Service.NextWeek();
        var flag = await _champion.Flag("The rota is unfair.");
        Assert.That(flag.ToJsonString(), Is.EqualTo($$"""{"key":"{{flag["key"]}}","audience":"employee","unit":"desk","week":"2026-11-16","state":"waiting","text":"The rota is unfair.","messages":[]}"""));
        Assert.That((string?)(await _champion.Answer(flag, "We look into it.").Body())["state"], Is.EqualTo("answered"));
        var answered = await Service.Ingest.GetAsync(Raising.Thread(id)).Body();
        Assert.That((string?)answered["status"], Is.EqualTo("answered"));
        Assert.That(answered.Lines(), Is.EqualTo(new[] { "2026-11-16 sender: The rota is unfair.", "2026-11-23 champion: We look into it." }));
        Assert.That((string?)(await _champion.Close(flag).Body())["state"], Is.EqualTo("closed"));
        Assert.That((string?)(await Service.Ingest.GetAsync(Raising.Thread(id)).Body())["status"], Is.EqualTo("closed"));
        Assert.That((string?)(await Service.Reply(id, "It is still so."))["status"], Is.EqualTo("waiting"));
        Service.NextWeek();
        var again = await _champion.Flag("The rota is unfair.");
        Assert.That((string?)again["state"], Is.EqualTo("waiting"));
        Assert.That(again.Lines(), Is.EqualTo(new[] { "2026-11-23 champion: We look into it.", "2026-11-23 sender: It is still so." }));
    }

    [Test]
    public async Task A_concern_of_a_customer_is_seen_at_once_in_the_order_in_which_all_was_written()
    {
        var id = await Service.Raise("The ramp is blocked.", "south", "customer");
        var flag = await _champion.Flag("The ramp is blocked.");
        Assert.That((string?)flag["unit"], Is.EqualTo("south"));
        await Service.Reply(id, "By bins.");
        await _champion.Answer(flag, "They are gone.").Body();
        Assert.That((string?)(await Service.Reply(id, "Thank you."))["status"], Is.EqualTo("waiting"));
        Assert.That((await _champion.Flag("The ramp is blocked.")).Lines(), Is.EqualTo(new[] { "2026-11-16 sender: By bins.", "2026-11-16 champion: They are gone.", "2026-11-16 sender: Thank you." }));
    }

    [Test]
    public async Task What_the_sender_writes_is_stored_without_personal_data_and_the_champions_words_as_they_are()
    {
        var id = await Service.Raise("Ask anna.b@example.org.", audience: "customer");
        Assert.That((await Service.Reply(id, "Or 030 1234567, \u0007see https://example.org/1."))["messages"]!.AsArray().Select(m => (string?)m!["text"]), Is.EqualTo(new[] { "Ask [email].", "Or [phone],  see [url]." }));
        Assert.That(await Service.Column<string>("select text from flag_message where text like '%1234567%' or text like '%example.org%'"), Is.Empty);
        await _champion.Answer(await _champion.Flag("Ask [email]."), "Write to ombuds@example.org.").Body();
        Assert.That((await Service.Ingest.GetAsync(Raising.Thread(id)).Body()).Lines().Last(), Does.EndWith("champion: Write to ombuds@example.org."));
    }

    [Test]
    public async Task A_message_is_stored_once_however_often_it_is_sent()
    {
        var id = await Service.Raise("Twice?", audience: "customer");
        var message = new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["text"] = "Once." };
        await Service.Ingest.Post(Raising.Thread(id), message.DeepClone()).Body(201);
        Assert.That((await Service.Ingest.Post(Raising.Thread(id), message.DeepClone()).Body(200)).Lines().Count(), Is.EqualTo(2));
        message["text"] = "Other.";
        await Service.Ingest.Post(Raising.Thread(id), message).Problem(409, "message_conflict");
        var (flag, own) = (await _champion.Flag("Twice?"), Guid.NewGuid());
        for (var i = 0; i < 2; i++) Assert.That((await _champion.Answer(flag, "Answered.", own).Body()).Lines().Count(), Is.EqualTo(2));
        await _champion.Answer(flag, "Otherwise.", own).Problem(409, "message_conflict");
        Assert.That(await Service.Number("select count(*) from flag f where f.messages <> (select count(*) from flag_message m where m.response = f.response)"), Is.Zero);
        Assert.That(await Service.Column<string>("select message_key from flag_message where message_key is not null"), Has.All.Length.EqualTo(32).And.None.EqualTo(own.ToString("N")));
    }

    [Test]
    public async Task A_thread_that_is_full_takes_no_more_and_can_be_closed()
    {
        var id = await Service.Raise("Talkative.", audience: "customer");
        for (var i = 0; i < 100; i++) await Service.Reply(id, $"And {i}.");
        await Service.Ingest.Post(Raising.Thread(id), new JsonObject { ["text"] = "One more." }).Problem(409, "thread_full");
        var flag = await _champion.Flag("Talkative.");
        // What the sender wrote this week is told to nobody yet, and keeps nobody from answering.
        await _champion.Answer(flag, "Enough.").Body();
        Assert.That((string?)(await _champion.Close(flag).Body())["state"], Is.EqualTo("closed"));
    }

    [Test]
    public async Task An_id_that_leads_to_no_thread_is_answered_alike_whatever_it_is()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        await Service.Submit(survey, response).Body(201);
        var erased = await Service.Raise("Forget it.");
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{erased}")).StatusCode, Is.EqualTo(204));
        var (others, employees) = (Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Customer)), await Service.Raise("Not for customers."));
        var bodies = new List<string>();
        foreach (var (client, id) in ((HttpClient, Guid)[])[(Service.Ingest, Guid.NewGuid()), (Service.Ingest, Guid.Parse((string)response["id"]!)), (Service.Ingest, erased),
            (Service.Ingest, await Service.Raise("Nice.", kind: "praise")), (others, employees)])
        {
            foreach (var answer in new[] { await client.GetAsync(Raising.Thread(id)), await client.Post(Raising.Thread(id), new JsonObject { ["text"] = "Hello?" }) })
            {
                var problem = await answer.Problem(404, "unknown_thread");
                bodies.Add(problem.Detail + answer.Headers.CacheControl);
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain(id.ToString()));
            }
        }
        Assert.That(bodies.Distinct().Count(), Is.EqualTo(1));
        await Service.Ingest.GetAsync("/v1/feedback/nothing/thread").Problem(404, "not_found");
    }

    [TestCase("""{}""", "invalid_request")]
    [TestCase("""{"text":" "}""", "invalid_request")]
    [TestCase("""{"text":"a","from":"champion"}""", "unknown_field")]
    [TestCase("""{"text":"\ud800"}""", "malformed_json")]
    [TestCase("""{"id":"1","text":"a"}""", "malformed_json")]
    public async Task A_message_that_breaks_a_rule_is_refused_and_nothing_is_stored(string body, string code)
    {
        var id = await Service.Raise("Listen.", audience: "customer");
        await Service.Ingest.PostAsync(Raising.Thread(id), Wire.Text(body)).Problem(400, code);
        await Service.Ingest.PostAsync(Raising.Thread(id), Wire.Text("""{"text":"x"}""", "text/plain")).Problem(415, "unsupported_media_type");
        await Service.Ingest.Post(Raising.Thread(id), new JsonObject { ["text"] = new string('x', 10_001) }).Problem(400, "invalid_request");
        Assert.That((await Service.Ingest.GetAsync(Raising.Thread(id)).Body()).Lines().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Erasing_the_concern_takes_the_whole_thread()
    {
        var id = await Service.Raise("Take this back.", "desk");
        Service.NextWeek();
        var flag = await _champion.Flag("Take this back.");
        await _champion.Answer(flag, "As you wish.").Body();
        await Service.Reply(id, "Please do.");
        var before = await Service.Number("select count(*) from flag_message");
        Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{id}")).StatusCode, Is.EqualTo(204));
        Assert.That(await Service.Number("select count(*) from flag_message"), Is.EqualTo(before - 2));
        Assert.That(await Service.Number("select count(*) from flag where flag_key = @key", new { key = (string)flag["key"]! }), Is.Zero);
        Assert.That((await _champion.Flags()).Select(f => (string?)f["text"]), Has.None.EqualTo("Take this back."));
        await _champion.Answer(flag, "Too late.").Problem(404, "unknown_flag");
        await Service.Ingest.GetAsync(Raising.Thread(id)).Problem(404, "unknown_thread");
        // A late retry of the concern brings nothing back.
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["id"] = id, ["audience"] = "employee", ["kind"] = "concern", ["text"] = "Take this back." }).Body();
        await Service.Ingest.GetAsync(Raising.Thread(id)).Problem(404, "unknown_thread");
    }

    [Test]
    public async Task A_retried_concern_raises_one_flag()
    {
        var id = Guid.NewGuid();
        await Service.Raise("Once only.", audience: "customer", id: id);
        await Service.Ingest.Post("/v1/feedback", new JsonObject { ["id"] = id, ["audience"] = "customer", ["kind"] = "concern", ["text"] = "Once only.", ["isTest"] = false }).Body(200);
        Assert.That((await _champion.Flags()).Count(f => (string?)f["text"] == "Once only."), Is.EqualTo(1));
    }

    [Test]
    public async Task The_id_gets_into_no_log_no_ledger_and_no_table_of_its_own()
    {
        var id = await Service.Raise("Secret.", "desk");
        Service.NextWeek();
        await _champion.Answer(await _champion.Flag("Secret."), "Kept.").Body();
        await Service.Reply(id, "Good.");
        await Service.Ingest.PostAsync(Raising.Thread(id), Wire.Text("{")).Problem(400, "malformed_json");
        var key = (string)(await _champion.Flag("Secret."))["key"]!;
        foreach (var secret in new[] { id.ToString(), id.ToString("N"), key })
        {
            Assert.That(Service.Log.Lines.Where(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase)), Is.Empty);
            Assert.That(await Service.Admin.GetStringAsync("/v1/audit"), Does.Not.Contain(secret));
        }
        Assert.That(await Service.Number("select count(*) from response where id = @Id", new { Id = Service.Services.GetRequiredService<Data.Database>().IdValue(id) }), Is.Zero);
        var answer = await Service.Ingest.GetAsync(Raising.Thread(id));
        Assert.That(answer.Headers.CacheControl!.NoStore && answer.Headers.GetValues("Referrer-Policy").Single() == "no-referrer");
        Assert.That(answer.Headers.Location, Is.Null);
    }
}
