using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Comments;

namespace Feedback.Api.Tests.StaffNames;

/// <summary>The list of names goes in, works, and does not come out again.</summary>
public sealed class LoadingStaffNames(string engine) : ServiceFixture(engine)
{
    [SetUp]
    public async Task StartAfresh() => await Service.PutNames();

    [Test]
    public async Task A_comment_stored_before_the_list_has_the_name_masked_after()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Some.Response();
        response["answers"]!["why"] = "Beowulfa Quillbefore was kind; the queue was long.";
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        Assert.That(await Text(survey), Does.StartWith("Beowulfa"));
        await Service.PutNames("Beowulfa Quillbefore");
        // The service does it by itself.
        for (var i = 0; i < 600 && (await Text(survey)).StartsWith('B'); i++) await Task.Delay(100);
        Assert.That(await Text(survey), Is.EqualTo("[name] was kind; the queue was long."));
    }

    [Test]
    public async Task So_has_one_of_an_employee_before_its_period_is_released()
    {
        await Service.PutUnits();
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(survey, Writing.People("sales", 40, "2026-01-10", i => $"Beowulfa Quillboss says {i}."));
        await Service.PutNames("Beowulfa Quillboss");
        await Service.ReadAgain();
        await Service.Release("2026-01");
        var comments = await (await Service.CommentReader()).Comments($"survey={survey}&period=2026-01");
        Assert.That(comments.Select(c => c.Text()).ToList(), Has.Count.EqualTo(40).And.All.StartsWith("[name] says"));
    }

    [Test]
    public async Task Nothing_of_what_was_masked_later_is_left_in_the_files()
    {
        if (Service.Store.Engine == "sqlserver") Assert.Ignore("The files of SQL Server are its own.");
        var survey = await Service.Publish(Some.CustomerSurvey());
        var responses = Enumerable.Range(0, 50).Select(i =>
        {
            var response = Some.Response();
            response["answers"]!["why"] = $"Beowulfa Quillrest number {i} helped me at the counter with my luggage.";
            return (JsonNode)response;
        });
        await Service.Store(survey, responses);
        Assert.That(Service.Store.Holding("Quillrest"), Is.Not.Empty);
        await Service.PutNames("Beowulfa Quillrest");
        await Service.ReadAgain();
        for (var i = 0; i < 600 && Service.Store.Holding("Quillrest").Any(); i++) await Task.Delay(100);
        Assert.That(Service.Store.Holding("Quillrest"), Is.Empty);
    }

    [Test]
    public async Task Only_counts_are_told()
    {
        Assert.That(await Service.PutNames("Beowulfa Quillone", "Cyneburg Quilltwo", "Cyneburg Quilltwo"), Is.EqualTo(JsonNode.Parse("""{"added":2,"removed":0,"unchanged":0}""")).Using<JsonNode>(JsonNode.DeepEquals));
        var before = (await Service.Admin.GetAsync("/v1/staff-names").Body()).ToJsonString();
        Assert.That(await Service.PutNames("Cyneburg Quilltwo", "Beowulfa Quillone"), Is.EqualTo(JsonNode.Parse("""{"added":0,"removed":0,"unchanged":2}""")).Using<JsonNode>(JsonNode.DeepEquals));
        var after = await Service.Admin.GetAsync("/v1/staff-names").Body();
        Assert.That(after.ToJsonString(), Is.EqualTo(before), "The same list changes nothing.");
        Assert.That(after.AsObject().Select(m => m.Key), Is.EqualTo(new[] { "count", "changedAt" }));
        Assert.That((int)after["count"]!, Is.EqualTo(2));
        Assert.That(await Service.PutNames("Cyneburg Quilltwo", "Drogo Quillthree"), Is.EqualTo(JsonNode.Parse("""{"added":1,"removed":1,"unchanged":1}""")).Using<JsonNode>(JsonNode.DeepEquals));
    }

    [Test]
    public async Task No_name_is_in_the_store_or_the_log()
    {
        await Service.PutNames("Beowulfa Quillhidden");
        await Service.Admin.Put("/v1/staff-names", new JsonObject { ["names"] = new JsonArray("Beowulfa Quillhidden", new string('x', 201)) }).Problem(400, "invalid_staff_names");
        if (Service.Store.Engine != "sqlserver") Assert.That(Service.Store.Holding("Quillhidden"), Is.Empty);
        Assert.That(await Service.Column<string>("select content from dictionary where name = 'staff-names'"), Has.Some.Length.GreaterThan(20).And.None.Contain("Quill"));
        Assert.That(Service.Log.Lines, Has.None.Contain("Quillhidden"));
    }

    [Test]
    public async Task Another_process_masks_them_too()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.PutNames("Beowulfa Quillagain");
        await Service.Restart();
        var response = Some.Response();
        response["answers"]!["why"] = "Quillagain helped.";
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        Assert.That(await Text(survey), Is.EqualTo("[name] helped."));
    }

    [Test]
    public async Task A_hundred_thousand_names_are_taken()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.PutNames([.. Enumerable.Range(0, 100_000).Select(i => $"Given{Letters(i % 317)} Family{Letters(i)}")]);
        var response = Some.Response();
        response["answers"]!["why"] = $"Family{Letters(99_999)} helped.";
        await Service.Ingest.Post($"/v1/surveys/{survey}/responses", response).Body(201);
        Assert.That(await Text(survey), Is.EqualTo("[name] helped."));

        static string Letters(int number) => string.Concat(number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0')));
    }

    [TestCase("""{}""", "names")]
    [TestCase("""{"names": null}""", "names")]
    [TestCase("""{"names": ["Anna Schmidt", ""]}""", "names[1]")]
    [TestCase("""{"names": ["Anna Schmidt", null]}""", "names[1]")]
    [TestCase("""{"names": ["12345"]}""", "names[0]")]
    [TestCase("""{"names": ["Anna\nSchmidt"]}""", "names[0]")]
    public async Task A_wrong_list_is_refused_by_position_and_changes_nothing(string body, string field)
    {
        await Service.PutNames("Beowulfa Quillkept");
        var problem = await Service.Admin.PutAsync("/v1/staff-names", Wire.Text(body)).Problem(400, "invalid_staff_names");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { field }));
        Assert.That(problem.Errors.Values.SelectMany(e => e).Append(problem.Detail), Has.None.Contain("Anna"));
        Assert.That((int)(await Service.Admin.GetAsync("/v1/staff-names").Body())["count"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Only_an_admin_sees_or_changes_it()
    {
        foreach (var scope in new[] { KeyScope.Read, KeyScope.Comments, KeyScope.Ingest })
        {
            var client = Service.Client(await Service.MakeKey(scope));
            await client.GetAsync("/v1/staff-names").Problem(403, "forbidden_scope");
            await client.Put("/v1/staff-names", new JsonObject { ["names"] = new JsonArray() }).Problem(403, "forbidden_scope");
        }
    }

    private async Task<string> Text(string survey) => (await Service.Column<string>("select c.text from comment c join response r on r.seq = c.response join survey s on s.id = r.survey where s.survey_key = @survey", new { survey })).Single();
}
