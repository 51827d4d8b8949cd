using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>Surveys that only invited people answer, each once.</summary>
public sealed class UsingInvitationCodes(string engine) : ServiceFixture(engine)
{
    private string _survey = "";
    private string[] _codes = [];

    [SetUp]
    public async Task MakeCodes()
    {
        var definition = Some.EmployeeSurvey();
        definition["access"] = "code";
        _survey = await Service.Publish(definition);
        var made = await Service.Admin.Post($"/v1/surveys/{_survey}/codes", new JsonObject { ["count"] = 5 }).Body(201);
        _codes = [.. made["codes"]!.AsArray().Select(c => (string)c!)];
    }

    [Test]
    public void As_many_different_codes_are_made_as_were_asked_for() => Assert.That(_codes, Has.Length.EqualTo(5).And.Unique);

    [Test]
    public async Task A_code_lets_one_response_in()
    {
        await Service.Submit(_survey, With(_codes[0])).Body(201);
        await Service.Submit(_survey, With(_codes[0])).Problem(409, "used_code");
        await Service.Submit(_survey, With("bcdfghjkmnpqrstv")).Problem(400, "unknown_code");
        await Service.Submit(_survey, Some.EmployeeResponse()).Problem(400, "unknown_code");
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task A_retry_with_the_code_it_used_is_known()
    {
        var response = With(_codes[0]);
        await Service.Submit(_survey, response).Body(201);
        Assert.That((string?)(await Service.Submit(_survey, response).Body(200))["status"], Is.EqualTo("already_stored"));
        response["code"] = _codes[1];
        await Service.Submit(_survey, response).Body(200);
        await Service.Submit(_survey, With(_codes[1])).Body(201);
    }

    [Test]
    public async Task A_refused_response_leaves_its_code_unused()
    {
        var response = With(_codes[0]);
        response["answers"]!["humanity"] = 8;
        await Service.Submit(_survey, response).Problem(400, "invalid_answer");
        response["answers"]!["humanity"] = 7;
        await Service.Submit(_survey, response).Body(201);
    }

    [Test]
    public async Task A_code_that_twenty_clients_use_at_once_lets_one_in()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Service.Submit(_survey, With(_codes[0]))));
        Assert.That(answers.Count(a => (int)a.StatusCode == 201), Is.EqualTo(1));
        Assert.That(answers.Count(a => (int)a.StatusCode == 409), Is.EqualTo(19));
        Assert.That(await Service.ResponsesStored(_survey), Is.EqualTo(1));
    }

    [Test]
    public async Task A_batch_uses_each_code_once()
    {
        string[] lines = [.. _codes.Take(3).Append(_codes[0]).Append("unknown").Select(c => With(c).ToJsonString())];
        var answer = await Service.SubmitLines(_survey, string.Join('\n', lines)).Body();
        Assert.That((int)answer["stored"]!, Is.EqualTo(3));
        Assert.That(answer["rejected"]!.AsArray().Select(r => (string)r!["code"]!), Is.EqualTo(new[] { "used_code", "unknown_code" }));
    }

    [Test]
    public async Task Nothing_stored_leads_from_a_code_to_a_response()
    {
        await Service.Submit(_survey, With(_codes[2])).Body(201);
        var hashes = await Service.Column<string>("select hash from invitation_code where used = 1");
        var cells = new List<string>();
        foreach (var table in (string[])["response", "comment", "cohort", "cohort_value", "tally", "tally_fresh"])
            foreach (IDictionary<string, object?> row in await Service.Column<dynamic>($"select * from {table}"))
                cells.AddRange(row.Values.Select(v => v is byte[] bytes ? Convert.ToHexStringLower(bytes) : v?.ToString() ?? ""));
        foreach (var hash in hashes) Assert.That(cells, Has.None.Contain(hash));
        Assert.That(await Service.Column<string>("select hash from invitation_code"), Has.None.AnyOf([.. _codes]));
        IDictionary<string, object?> stored = (await Service.Column<dynamic>("select * from invitation_code"))[0];
        Assert.That(stored.Keys, Is.EquivalentTo(new[] { "survey", "hash", "used" }));
    }

    [Test]
    public async Task An_open_survey_takes_and_makes_no_codes()
    {
        var open = await Service.Publish(Some.EmployeeSurvey());
        await Service.Submit(open, With(_codes[0])).Problem(400, "invalid_response");
        await Service.Admin.Post($"/v1/surveys/{open}/codes", new JsonObject { ["count"] = 5 }).Problem(409, "survey_conflict");
        await Service.Admin.Post($"/v1/surveys/{_survey}/codes", new JsonObject { ["count"] = 0 }).Problem(400, "invalid_request");
        await Service.Ingest.Post($"/v1/surveys/{_survey}/codes", new JsonObject { ["count"] = 1 }).Problem(403, "forbidden_scope");
    }

    private static JsonObject With(string code)
    {
        var response = Some.EmployeeResponse();
        response["code"] = code;
        return response;
    }
}
