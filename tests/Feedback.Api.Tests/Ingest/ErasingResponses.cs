using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Ingest;

/// <summary>After erasing, the store is as if the response had never come; only its id stays known.</summary>
public sealed class ErasingResponses(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Figures = ["recommend", "item?item=clean", "item?item=used", "journey-pass", "consistency?over=touchpoint"];

    private string _survey = "", _without = "";

    [SetUp]
    public async Task StoreTheSameTwice()
    {
        (_survey, _without) = (await Service.Publish(Some.CustomerSurvey()), await Service.Publish(Some.CustomerSurvey()));
        var responses = Enumerable.Range(0, 12).Select(Response).ToList();
        await Service.Store(_survey, responses);
        foreach (var response in responses) response["id"] = Guid.NewGuid().ToString();
        await Service.Store(_without, responses);
    }

    [Test]
    public async Task Figures_equal_those_of_a_store_that_never_had_the_response([Values] bool isFolded)
    {
        var response = Erased();
        await Service.Submit(_survey, response).Body(201);
        if (isFolded) await Service.Folded();
        await Erase(response);
        await AssertSame();
        if (isFolded) await Service.Folded();
        await AssertSame();
    }

    [Test]
    public async Task No_count_is_left_when_every_response_is_erased()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var responses = Enumerable.Range(0, 6).Select(_ => Erased()).ToList();
        await Service.Store(survey, responses);
        Assert.That(await Service.CountsLeft(survey), Is.Positive);
        foreach (var response in responses) await Erase(response);
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
        Assert.That(await Service.ResponsesStored(survey), Is.Zero);
        await Service.Folded();
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
    }

    [Test]
    public async Task Texts_are_gone_and_of_the_row_the_id_alone_stays()
    {
        var response = Erased();
        response["answers"]!["why"] = "A text that is erased";
        await Service.Submit(_survey, response).Body(201);
        Assert.That(await Service.Number("select count(*) from comment where text = 'A text that is erased'"), Is.EqualTo(1));
        await Erase(response);
        Assert.That(await Service.Number("select count(*) from comment where text = 'A text that is erased'"), Is.Zero);
        foreach (IDictionary<string, object?> row in await Service.Column<dynamic>("select * from response where erased = 1"))
            Assert.That(row.Where(c => c.Value is not null).Select(c => c.Key), Is.EquivalentTo(new[] { "seq", "id", "erased" }));
    }

    [Test]
    public async Task An_erased_id_stays_known_and_stores_nothing()
    {
        var response = Erased();
        await Service.Submit(_survey, response).Body(201);
        await Erase(response);
        Assert.That((string?)(await Service.Submit(_survey, response).Body(200))["status"], Is.EqualTo("erased"));
        response["answers"]!["clean"] = 5;
        Assert.That((string?)(await Service.Submit(_survey, response).Body(200))["status"], Is.EqualTo("erased"));
        var batch = await Service.SubmitLines(_survey, response.ToJsonString()).Body();
        Assert.That((int)batch["stored"]!, Is.Zero);
        Assert.That((int)batch["rejectedCount"]!, Is.Zero);
        await AssertSame();
    }

    [Test]
    public async Task Erasing_twice_or_at_once_counts_once()
    {
        var response = Erased();
        await Service.Submit(_survey, response).Body(201);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}")));
        Assert.That(answers.Select(a => (int)a.StatusCode), Is.All.EqualTo(204));
        await Erase(response);
        await AssertSame();
    }

    [Test]
    public async Task A_receipt_that_nobody_has_is_not_found()
    {
        await Service.Ingest.DeleteAsync($"/v1/responses/{Guid.NewGuid()}").Problem(404, "unknown_response");
        await Service.Ingest.DeleteAsync("/v1/responses/no-uuid").Problem(404, "not_found");
        await Service.Read.DeleteAsync($"/v1/responses/{Guid.NewGuid()}").Problem(403, "forbidden_scope");
        await Service.Nobody.DeleteAsync($"/v1/responses/{Guid.NewGuid()}").Problem(401, "unauthorized");
    }

    [Test]
    public async Task An_employee_erases_by_the_receipt_that_the_service_keeps_no_copy_of()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var response = Some.EmployeeResponse();
        await Service.Submit(survey, response).Body(201);
        var customers = Service.Client(await Service.MakeKey(Feedback.Api.Catalogue.KeyScope.Ingest, Feedback.Indicators.Audience.Customer));
        await customers.DeleteAsync($"/v1/responses/{response["id"]}").Problem(403, "forbidden_audience");
        await Erase(response);
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
        Assert.That((string?)(await Service.Submit(survey, response).Body(200))["status"], Is.EqualTo("erased"));
    }

    [Test]
    public async Task Weights_choices_tests_and_delays_are_taken_back_as_well()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        var response = Erased();
        (response["weight"], response["isTest"], response["invitedOn"]) = (0.1234, true, "2026-11-02");
        response["answers"] = new JsonObject { ["clean"] = null, ["nps"] = 3, ["used"] = new JsonArray("lounge", "wifi") };
        await Service.Submit(survey, response).Body(201);
        await Erase(response);
        Assert.That(await Service.CountsLeft(survey), Is.Zero);
    }

    private async Task Erase(JsonObject response)
    {
        using var answer = await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}");
        Assert.That((int)answer.StatusCode, Is.EqualTo(204), await answer.Content.ReadAsStringAsync());
    }

    private async Task AssertSame()
    {
        foreach (var figure in Figures)
        {
            foreach (var cut in (string[])["", "&by=channel", "&interval=month", "&by=boardingArea,unit"])
            {
                var query = figure + (figure.Contains('?') ? "&" : "?") + "limit=1000" + cut + "&survey=";
                Assert.That(Rows(await Service.Rows(query + _survey)), Is.EqualTo(Rows(await Service.Rows(query + _without))), query);
            }
        }
    }

    /// <summary>Rows without their keys, which tell the surveys apart.</summary>
    private static IEnumerable<string> Rows(IEnumerable<JsonNode> rows) => rows.Select(row =>
    {
        row.AsObject().Remove("key");
        return row.ToJsonString();
    });

    private static JsonObject Response(int i)
    {
        var response = Some.Response();
        response["answers"] = new JsonObject { ["clean"] = 1 + i % 5, ["nps"] = i % 11, ["used"] = new JsonArray(i % 2 == 0 ? "wifi" : "lounge") };
        response["about"] = new JsonObject { ["channel"] = i < 11 ? "web" : null, ["boardingArea"] = "A" };
        response["answeredAt"] = "2026-11-20T10:00:00Z";
        return response;
    }

    /// <summary>One that stands out in every figure, in a group of its own.</summary>
    private static JsonObject Erased()
    {
        var response = Some.Response();
        response["answers"] = new JsonObject { ["clean"] = 1, ["nps"] = 0, ["used"] = new JsonArray("wifi", "lounge"), ["why"] = "No." };
        response["about"] = new JsonObject { ["channel"] = "kiosk", ["boardingArea"] = "C" };
        response["answeredAt"] = "2025-03-01T10:00:00Z";
        return response;
    }
}
