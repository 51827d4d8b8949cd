using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>What is wrong with a response is told by a problem; nothing of it is stored, echoed or logged.</summary>
public sealed class RefusingResponses(string engine) : ServiceFixture(engine)
{
    private const string Marker = "Marker-6021";
    private string _survey = "";

    [OneTimeSetUp]
    public async Task Publish()
    {
        var definition = Some.CustomerSurvey();
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "one", ["kind"] = "choice", ["options"] = new JsonArray(new JsonObject { ["code"] = "a" }, new JsonObject { ["code"] = "b" }) });
        _survey = await Service.Publish(definition);
    }

    /// <summary>Code, field, and a body that holds the marker where it can.</summary>
    private static IEnumerable<TestCaseData> Bodies()
    {
        static TestCaseData Body(string code, string? field, string body) => new(code, field, body) { TestName = $"{code}_{body.Length}_{field}" };

        yield return Body("malformed_json", null, "");
        yield return Body("malformed_json", null, "Marker-6021");
        yield return Body("malformed_json", null, "[]");
        yield return Body("malformed_json", null, "null");
        yield return Body("malformed_json", null, """{"answers":{"why":"Marker-6021" """);
        yield return Body("malformed_json", null, """{"answers":{"why":"Marker-6021"}} trailing""");
        yield return Body("malformed_json", null, """{"answers":{"why":"Marker-6021"}}{"answers":{}}""");
        yield return Body("malformed_json", null, """{"answers":{"why":"Marker-6021",}}""");
        yield return Body("malformed_json", null, """{"answers":{"clean":NaN,"why":"Marker-6021"}}""");
        yield return Body("malformed_json", null, """{"answers":{"clean":04,"why":"Marker-6021"}}""");
        yield return Body("malformed_json", null, "{\"answers\":{\"why\":\"Marker-6021 \\ud800\"}}");
        yield return Body("malformed_json", null, "{\"answers\":{\"why\":\"\\udc00 Marker-6021 \"}}");
        yield return Body("malformed_json", null, "{\"answers\":{\"why\":\"Marker-6021\"},\"respondent\":\"\\ud800\"}");
        yield return Body("malformed_json", null, """{"answers":{"why":""" + new string('[', 40) + "\"Marker-6021\"" + new string(']', 40) + "}}");
        yield return Body("unknown_field", "extra", """{"answers":{"clean":4},"extra":"Marker-6021"}""");
        yield return Body("unknown_field", "Answers", """{"Answers":{"why":"Marker-6021"}}""");
        yield return Body("unknown_field", "?", """{"answers":{"clean":4},"Marker-6021 with blanks":1}""");
        yield return Body("unknown_item", "answers.other", """{"answers":{"other":"Marker-6021"}}""");
        yield return Body("unknown_item", "answers.?", """{"answers":{"Marker-6021 with blanks":1}}""");
        yield return Body("unknown_option", "answers.used", """{"answers":{"used":["Marker-6021"]}}""");
        yield return Body("unknown_option", "answers.one", """{"answers":{"one":"Marker-6021"}}""");
        yield return Body("unknown_unit", "about.unit", """{"answers":{"clean":4},"about":{"unit":"Marker-6021"}}""");
        yield return Body("unknown_dimension", "about.team", """{"answers":{"clean":4},"about":{"team":"Marker-6021"}}""");
        yield return Body("unknown_version", "version", """{"answers":{"clean":4},"version":60210}""");
        yield return Body("unknown_version", "version", """{"answers":{"clean":4},"version":0}""");

        foreach (var answer in (string[])["6", "0", "-1", "4.5", "4.00001", "1e1", "1e400", "99999999999999999999", "\"4\"", "\"Marker-6021\"", "true", "[4]", "{\"a\":4}"])
            yield return Body("invalid_answer", "answers.clean", $$$"""{"answers":{"clean":{{{answer}}}}}""");
        yield return Body("invalid_answer", "answers.why", """{"answers":{"why":6021}}""");
        yield return Body("invalid_answer", "answers.why", $$$"""{"answers":{"why":"{{{string.Concat(Enumerable.Repeat(Marker, 1000))}}}"}}""");
        yield return Body("invalid_answer", "answers.used", """{"answers":{"used":["wifi","wifi"]}}""");
        yield return Body("invalid_answer", "answers.used", """{"answers":{"used":[1]}}""");
        yield return Body("invalid_answer", "answers.used", """{"answers":{"used":{"wifi":true}}}""");
        yield return Body("invalid_answer", "answers.one", """{"answers":{"one":["a","b"]}}""");
        yield return Body("invalid_answer", "answers.one", """{"answers":{"one":[]}}""");
        yield return Body("invalid_answer", "answers.clean", """{"answers":{"clean":4,"clean":4}}""");

        yield return Body("invalid_response", "answers", "{}");
        yield return Body("invalid_response", "answers", """{"answers":{}}""");
        yield return Body("invalid_response", "answers", """{"answers":["Marker-6021"]}""");
        yield return Body("invalid_response", "answers", """{"answers":null}""");
        yield return Body("invalid_response", "answers", """{"answers":{"clean":4},"answers":{"clean":4}}""");
        yield return Body("invalid_response", "about", """{"answers":{"clean":4},"about":"Marker-6021"}""");
        yield return Body("invalid_response", "about.boardingArea", """{"answers":{"clean":4},"about":{"boardingArea":"Marker-6021"}}""");
        yield return Body("invalid_response", "about.channel", """{"answers":{"clean":4},"about":{"channel":"Marker-6021\u0007"}}""");
        yield return Body("invalid_response", "about.channel", """{"answers":{"clean":4},"about":{"channel":""}}""");
        yield return Body("invalid_response", "about.channel", $$$"""{"answers":{"clean":4},"about":{"channel":"{{{new string('x', 201)}}}"}}""");
        yield return Body("invalid_response", "about.channel", """{"answers":{"clean":4},"about":{"channel":7}}""");
        yield return Body("invalid_response", "about.channel", """{"answers":{"clean":4},"about":{"channel":"a","channel":"b"}}""");
        yield return Body("invalid_response", "about.channel", """{"answers":{"clean":4},"about":{"channel":null,"channel":"b"}}""");
        yield return Body("invalid_response", "id", """{"answers":{"clean":4},"id":"Marker-6021"}""");
        yield return Body("invalid_response", "id", """{"answers":{"clean":4},"id":6021}""");
        yield return Body("invalid_response", "language", """{"answers":{"clean":4},"language":"Marker-6021 x"}""");
        yield return Body("invalid_response", "isTest", """{"answers":{"clean":4},"isTest":"true"}""");
        yield return Body("invalid_response", "respondent", """{"answers":{"clean":4},"respondent":""}""");
        yield return Body("invalid_response", "code", """{"answers":{"clean":4},"code":"Marker-6021"}""");
        yield return Body("invalid_response", "invitedOn", """{"answers":{"clean":4},"invitedOn":"2026-11-31"}""");
        foreach (var weight in (string[])["0", "0.009", "101", "1.23456", "-1", "\"1\"", "1e30"])
            yield return Body("invalid_response", "weight", $$$"""{"answers":{"clean":4},"weight":{{{weight}}}}""");
        foreach (var instant in (string[])["2026-11-22T10:16:00Z", "1999-12-31T23:59:59Z", "1900-01-01T00:00:00Z", "2026-11-21T10:15:00", "2026-11-21", "2026-02-30T10:00:00Z", "21.11.2026 10:15", Marker])
            yield return Body("invalid_response", "answeredAt", $$$"""{"answers":{"clean":4},"answeredAt":"{{{instant}}}"}""");
        yield return Body("invalid_response", "answeredAt", """{"answers":{"clean":4},"answeredAt":1763720100}""");
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task What_is_wrong_is_told_and_nothing_stored(string code, string? field, string body)
    {
        var before = await Service.Totals();
        var answer = await Service.Ingest.PostAsync(Asking.Responses(_survey), Wire.Text(body));
        var text = await answer.Content.ReadAsStringAsync();
        var problem = await answer.Problem(400, code);
        Assert.That(JsonNode.Parse(text)!.AsObject().Select(m => m.Key), Is.EquivalentTo(new[] { "type", "title", "status", "detail", "code", "traceId", "errors" }));
        if (field is not null) Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { field }));
        Assert.That(text, Does.Not.Contain("6021"));
        Assert.That(Service.Log.Lines, Has.None.Contain("6021"));
        Assert.That(await Service.Totals(), Is.EqualTo(before));
    }

    [Test]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        byte[] body = [.. """{"answers":{"why":"Marker """u8, 0xC3, 0x28, 0xA0, .. "\"}}"u8];
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        await Service.Ingest.PostAsync(Asking.Responses(_survey), content).Problem(400, "malformed_json");
    }

    [Test]
    public async Task A_dimension_learns_ten_thousand_values_and_no_more()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        static JsonNode From(string channel) => JsonNode.Parse($$$"""{"answers":{"clean":4},"about":{"channel":"{{{channel}}}"}}""")!;
        var answer = await Service.SubmitLines(survey, string.Join('\n', Enumerable.Range(0, 10_007).Select(i => From("c" + i).ToJsonString()))).Body();
        Assert.That((int)answer["stored"]!, Is.EqualTo(10_000));
        Assert.That((int)answer["rejectedCount"]!, Is.EqualTo(7));
        await Service.Submit(survey, From("Marker-6021")).Problem(400, "invalid_response");
        await Service.Submit(survey, From("c17")).Body(201);
        await Service.Restart();
        await Service.Submit(survey, From("Marker-6021")).Problem(400, "invalid_response");
    }
}
