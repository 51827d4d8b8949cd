using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>What an employee's answer leaves behind.</summary>
public sealed class AnsweringAnonymously(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_reference_to_the_employee_is_refused()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var response = Some.EmployeeResponse();
        response["respondent"] = "crm-1";
        await Service.Submit(survey, response).Problem(400, "anonymous_audience");
        response.Remove("respondent");
        response["weight"] = 1;
        await Service.Submit(survey, response).Problem(400, "invalid_response");
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
    }

    [Test]
    public async Task A_retry_is_known_and_another_answer_under_the_id_is_not()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var response = Some.EmployeeResponse();
        var receipt = await Service.Submit(survey, response).Body(201);
        Assert.That((string?)receipt["id"], Is.EqualTo((string?)response["id"]));
        await Service.Submit(survey, response).Body(200);
        response["answers"]!["humanity"] = 1;
        await Service.Submit(survey, response).Problem(409, "response_conflict");
    }

    [Test]
    public async Task An_id_that_the_server_made_holds_the_day_and_no_time()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var response = Some.EmployeeResponse();
        response.Remove("id");
        var id = (string)(await Service.Submit(survey, response).Body(201))["id"]!;
        var milliseconds = long.Parse(id.Replace("-", "")[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.That(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).TimeOfDay, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Neither_the_time_nor_the_id_is_stored()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var id = Guid.CreateVersion7(TestClock.Start);
        var response = Some.EmployeeResponse();
        (response["id"], response["answeredAt"], response["answers"]!["why"]) = (id.ToString(), "2026-11-21T08:09:10.111Z", "Text of an employee");
        await Service.Submit(survey, response).Body(201);
        await Service.Folded();

        var cells = new List<string>();
        foreach (var table in (string[])["response", "comment", "tally", "tally_fresh", "cohort", "cohort_value", "invitation_code"])
            foreach (IDictionary<string, object?> row in await Service.Column<dynamic>($"select * from {table}"))
                cells.AddRange(row.Select(c => $"{table}.{c.Key}={Text(c.Value)}"));
        var at = DateTimeOffset.Parse("2026-11-21T08:09:10.111Z", CultureInfo.InvariantCulture);
        var now = TestClock.Start;
        string[] forbidden =
        [
            id.ToString("N"), Convert.ToHexStringLower(id.ToByteArray()), id.ToString("N")[..11],
            at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "08:09", "10:15",
        ];
        foreach (var text in forbidden) Assert.That(cells, Has.None.Contain(text));
        Assert.That(cells, Has.Some.Contain("20261121"));
        Assert.That(await Service.Number("select count(*) from response where answered_at is not null or respondent is not null"), Is.Zero);
    }

    [Test]
    public async Task The_time_of_day_does_not_tell_two_contents_apart()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var response = Some.EmployeeResponse();
        response["answeredAt"] = "2026-11-20T08:00:00Z";
        await Service.Submit(survey, response).Body(201);
        response["answeredAt"] = "2026-11-20T17:30:00Z";
        await Service.Submit(survey, response).Body(200);
        response["answeredAt"] = "2026-11-19T17:30:00Z";
        await Service.Submit(survey, response).Problem(409, "response_conflict");
    }

    [Test]
    public async Task The_day_is_that_of_the_organisation_and_the_address_of_the_sender_is_not_logged()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        await Service.Submit(survey, JsonNode.Parse("""{"answers":{"humanity":7},"answeredAt":"2026-11-20T23:59:59-02:00"}""")!).Body(201);
        Assert.That(await Service.Column<int>("select r.day from response r join survey s on s.id = r.survey where s.survey_key = @survey", new { survey }), Is.EqualTo(new[] { 20261121 }));
        // Beside the line that says where the service itself listens.
        Assert.That(Service.Log.Lines.Where(l => !l.Contains("listening")), Has.None.Contain("127.0.0.1"));
    }

    private static string Text(object? value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
