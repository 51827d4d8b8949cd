using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Organisation;

/// <summary>How many were invited: set one by one, about what a response may be about.</summary>
public sealed class SettingInvitations(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [SetUp]
    public async Task HaveASurvey()
    {
        await Service.Admin.PutAsync("/v1/units", Wire.Text("""{"units":[{"code":"sales","name":"Sales"}]}""")).Body();
        _survey = await Service.Publish(Some.CustomerSurvey());
    }

    [Test]
    public async Task Counts_are_listed_by_day_with_what_they_are_about()
    {
        var answer = await Put("""
            [{"about":{"unit":"sales","channel":"mail"},"on":"2026-11-02","count":240},{"on":"2026-11-01","count":1000000},{"about":{"boardingArea":"A","unit":null},"on":"2026-11-03","count":3}]
            """).Body();
        Assert.That(answer.ToJsonString(), Is.EqualTo("""{"set":3}"""));
        Assert.That((await Listed()).Select(i => i.ToJsonString()), Is.EqualTo((string[])
        [
            """{"about":{},"on":"2026-11-01","count":1000000}""",
            """{"about":{"channel":"mail","unit":"sales"},"on":"2026-11-02","count":240}""",
            """{"about":{"boardingArea":"A"},"on":"2026-11-03","count":3}""",
        ]));
    }

    [Test]
    public async Task What_is_named_is_set_and_the_others_stay()
    {
        await Put("""[{"about":{"channel":"mail"},"on":"2026-11-02","count":240},{"about":{"channel":"web"},"on":"2026-11-02","count":10}]""").Body();
        await Put("""[{"about":{"channel":"mail"},"on":"2026-11-02","count":250},{"about":{"channel":"mail"},"on":"2026-11-03","count":5}]""").Body();
        Assert.That((await Listed()).Select(i => (int)i["count"]!), Is.EquivalentTo((int[])[250, 10, 5]));
    }

    [Test]
    public async Task Sending_the_same_again_changes_nothing()
    {
        const string counts = """[{"about":{"channel":"mail"},"on":"2026-11-02","count":240}]""";
        await Put(counts).Body();
        var before = await Listed();
        Assert.That((await Put(counts).Body()).ToJsonString(), Is.EqualTo("""{"set":1}"""));
        Assert.That((await Listed()).Select(i => i.ToJsonString()), Is.EqualTo(before.Select(i => i.ToJsonString())));
    }

    [Test]
    public async Task Zero_removes_and_makes_no_value_known()
    {
        await Put("""[{"about":{"channel":"mail"},"on":"2026-11-02","count":240}]""").Body();
        await Put("""[{"about":{"channel":"mail"},"on":"2026-11-02","count":0},{"about":{"channel":"nobody-asked"},"on":"2026-11-02","count":0}]""").Body();
        Assert.That(await Listed(), Is.Empty);
        Assert.That(await Service.Number("select count(*) from cohort_value where value = 'nobody-asked'"), Is.Zero);
    }

    [Test]
    public async Task Counts_are_there_after_a_restart()
    {
        await Put("""[{"about":{"channel":"mail"},"on":"2026-11-02","count":240}]""").Body();
        await Service.Restart();
        Assert.That((string?)(await Listed()).Single()["about"]!["channel"], Is.EqualTo("mail"));
    }

    [Test]
    public async Task Many_combinations_are_set_at_once_and_found_by_answers()
    {
        var counts = Enumerable.Range(0, 5_000).Select(i => $$"""{"about":{"channel":"c{{i % 500}}","boardingArea":"{{"ABC"[i % 3]}}"},"on":"2026-{{1 + i / 1_500:D2}}-01","count":{{i + 1}}}""").ToList();
        Assert.That((int)(await Put($"[{string.Join(',', counts)}]").Body())["set"]!, Is.EqualTo(5_000));
        Assert.That((await Listed()).Sum(i => (long)i["count"]!), Is.EqualTo(5_000L * 5_001 / 2));
        var cohorts = await Service.Number("select count(*) from cohort c join survey s on s.id = c.survey where s.survey_key = @key", new { key = _survey });
        var response = Some.Response();
        response["about"] = new JsonObject { ["channel"] = "c0", ["boardingArea"] = "A" };
        await Service.Store(_survey, [response]);
        Assert.That(await Service.Number("select count(*) from cohort c join survey s on s.id = c.survey where s.survey_key = @key", new { key = _survey }), Is.EqualTo(cohorts));
    }

    [Test]
    public async Task Figures_show_no_group_that_was_only_invited()
    {
        await Put("""[{"about":{"channel":"mail"},"on":"2026-11-02","count":240}]""").Body();
        await Service.Store(_survey, Enumerable.Range(0, 12).Select(_ => Some.Response()));
        Assert.That((await Service.Rows($"recommend?survey={_survey}&by=channel")).Select(r => (string?)r["channel"]), Is.EqualTo((string[])["web"]));
    }

    [TestCase("""{"about":{"unit":"nowhere"},"on":"2026-11-02","count":1}""", "unknown_unit", "invitations[1].about.unit")]
    [TestCase("""{"about":{"airline":"X"},"on":"2026-11-02","count":1}""", "unknown_dimension", "invitations[1].about.airline")]
    [TestCase("""{"about":{"no name":"X"},"on":"2026-11-02","count":1}""", "unknown_dimension", "invitations[1].about")]
    [TestCase("""{"about":{"boardingArea":"Z"},"on":"2026-11-02","count":1}""", "invalid_invitations", "invitations[1].about.boardingArea")]
    [TestCase("""{"about":{"channel":""},"on":"2026-11-02","count":1}""", "invalid_invitations", "invitations[1].about.channel")]
    [TestCase("""{"about":{"channel":"a\u0007"},"on":"2026-11-02","count":1}""", "invalid_invitations", "invitations[1].about.channel")]
    [TestCase("""{"about":{"channel":"mail"},"on":"2026-11-02","count":1000001}""", "invalid_invitations", "invitations[1].count")]
    [TestCase("""{"about":{"channel":"mail"},"on":"2026-11-02","count":-1}""", "invalid_invitations", "invitations[1].count")]
    [TestCase("""{"about":{"channel":"mail"},"on":"2026-11-02"}""", "invalid_invitations", "invitations[1].count")]
    [TestCase("""{"about":{"channel":"mail"},"count":1}""", "invalid_invitations", "invitations[1].on")]
    [TestCase("""{"about":{"channel":"mail"},"on":"1066-10-14","count":1}""", "invalid_invitations", "invitations[1].on")]
    [TestCase("""{"about":{"channel":"first"},"on":"2026-11-02","count":1}""", "invalid_invitations", "invitations[1]")]
    [TestCase("""{"about":{"channel":"first","unit":null},"on":"2026-11-02","count":0}""", "invalid_invitations", "invitations[1]")]
    [TestCase("null", "invalid_invitations", "invitations[1]")]
    public async Task A_bad_count_is_refused_by_place_and_none_is_set(string count, string code, string field)
    {
        var problem = await Put($$"""[{"about":{"channel":"first"},"on":"2026-11-02","count":5},{{count}}]""").Problem(400, code);
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])[field]));
        Assert.That(await Listed(), Is.Empty);
    }

    [TestCase("""{"invitations":[{"on":"2026-11-02","count":1,"who":"me"}]}""", "unknown_field")]
    [TestCase("""{"invitations":[],"survey":"x"}""", "unknown_field")]
    [TestCase("""{"invitations":[{"on":"2026-11-02","count":1.5}]}""", "malformed_json")]
    [TestCase("""{"invitations":[{"on":"2026-11-02T10:00:00Z","count":1}]}""", "malformed_json")]
    [TestCase("""{"invitations":[{"about":{"channel":7},"on":"2026-11-02","count":1}]}""", "malformed_json")]
    [TestCase("""{"invitations":[{"about":{"channel":"a","channel":"b"},"on":"2026-11-02","count":1}]}""", "malformed_json")]
    [TestCase("{}", "invalid_invitations")]
    public async Task What_is_not_of_the_contract_is_refused(string body, string code) =>
        await Service.Admin.PutAsync(Path(), Wire.Text(body)).Problem(400, code);

    [Test]
    public async Task More_counts_than_one_request_takes_are_refused()
    {
        var problem = await Put($"[{string.Join(',', Enumerable.Repeat("""{"on":"2026-11-02","count":1}""", 5_001))}]").Problem(400, "invalid_invitations");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["invitations"]));
    }

    [Test]
    public async Task Invited_values_count_among_those_a_dimension_may_learn()
    {
        foreach (var part in Enumerable.Range(0, 10_000).Chunk(5_000))
            await Put($"[{string.Join(',', part.Select(i => $$"""{"about":{"channel":"v{{i}}"},"on":"2026-11-02","count":1}"""))}]").Body();
        var problem = await Put("""[{"about":{"channel":"one more"},"on":"2026-11-02","count":1}]""").Problem(400, "invalid_invitations");
        Assert.That(problem.Errors!.Keys, Is.EqualTo((string[])["invitations[0].about.channel"]));
        await Service.Submit(_survey, Some.Response()).Problem(400, "invalid_response");
        await Put("""[{"about":{"channel":"v1"},"on":"2026-11-03","count":1}]""").Body();
    }

    [Test]
    public async Task Counts_are_set_while_surveys_and_units_change_and_answers_come_in()
    {
        var sets = Enumerable.Range(0, 8).Select(i => Task.Run(() => Put($$"""[{"about":{"channel":"own-{{i}}"},"on":"2026-11-02","count":{{i + 1}}},{"about":{"channel":"shared"},"on":"2026-11-02","count":7}]""").Body())).ToList();
        var answers = Service.SubmitLines(_survey, string.Join('\n', Enumerable.Range(0, 200).Select(i =>
        {
            var response = Some.Response();
            response["about"]!["channel"] = "own-" + i % 8;
            return response.ToJsonString();
        })));
        for (var i = 0; i < 3; i++) await Service.Publish(Some.CustomerSurvey());
        await Task.WhenAll(sets);
        Assert.That((int)(await answers.Body())["stored"]!, Is.EqualTo(200));
        Assert.That((await Listed()).Select(i => (int)i["count"]!), Is.EquivalentTo((int[])[1, 2, 3, 4, 5, 6, 7, 8, 7]));
        var rows = await Service.Rows($"recommend?survey={_survey}&by=channel");
        Assert.That(rows.Select(r => (int?)r["n"]), Is.EqualTo(Enumerable.Repeat(25, 8)));
    }

    [Test]
    public async Task Employees_are_invited_alike()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        await Service.Admin.PutAsync(Path(survey), Wire.Text("""{"invitations":[{"about":{"unit":"sales"},"on":"2026-11-02","count":30}]}""")).Body();
        Assert.That((await Listed(survey)).Single().ToJsonString(), Is.EqualTo("""{"about":{"unit":"sales"},"on":"2026-11-02","count":30}"""));
    }

    [Test]
    public async Task The_list_is_paged()
    {
        await Put("""[{"on":"2026-11-02","count":1},{"on":"2026-11-01","count":2}]""").Body();
        var first = await Service.Admin.GetAsync(Path() + "?limit=1").Body();
        var second = await Service.Admin.GetAsync($"{Path()}?limit=1&cursor={first["nextCursor"]}").Body();
        Assert.That((int?)first["value"]!.AsArray().Single()!["count"], Is.EqualTo(2));
        Assert.That((int?)second["value"]!.AsArray().Single()!["count"], Is.EqualTo(1));
        Assert.That(second["nextCursor"], Is.Null);
    }

    [TestCase("nobody")]
    [TestCase("_feedback-customer")]
    public async Task A_survey_that_was_not_published_has_no_invitations(string survey)
    {
        await Service.Admin.PutAsync(Path(survey), Wire.Text("""{"invitations":[]}""")).Problem(404, "unknown_survey");
        await Service.Admin.GetAsync(Path(survey)).Problem(404, "unknown_survey");
    }

    [Test]
    public async Task Only_admins_set_and_read_invitations()
    {
        foreach (var client in (HttpClient[])[Service.Read, Service.Ingest])
        {
            await client.PutAsync(Path(), Wire.Text("""{"invitations":[]}""")).Problem(403, "forbidden_scope");
            await client.GetAsync(Path()).Problem(403, "forbidden_scope");
        }
        await Service.Nobody.PutAsync(Path(), Wire.Text("""{"invitations":[]}""")).Problem(401, "unauthorized");
        await Service.Nobody.GetAsync(Path()).Problem(401, "unauthorized");
    }

    private string Path(string? survey = null) => $"/v1/surveys/{survey ?? _survey}/invitations";

    private Task<HttpResponseMessage> Put(string invitations) => Service.Admin.PutAsync(Path(), Wire.Text($$"""{"invitations":{{invitations}}}"""));

    private async Task<List<JsonNode>> Listed(string? survey = null) => [.. (await Service.Admin.GetAsync(Path(survey) + "?limit=20000").Body())["value"]!.AsArray().Select(i => i!)];
}
