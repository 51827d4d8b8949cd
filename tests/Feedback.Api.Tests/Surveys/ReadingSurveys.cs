using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Surveys;

/// <summary>What is published can be read back: now, as it was, and as a widget needs it.</summary>
public sealed class ReadingSurveys(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task A_survey_reads_as_it_was_published()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        var read = (await Service.Read.GetAsync($"/v1/surveys/{survey}").Body()).AsObject();
        Assert.That(((string?)read["key"], (int)read["version"]!, (string?)read["state"]), Is.EqualTo((survey, 1, "open")));
        foreach (var name in (string[])["key", "version", "state"]) read.Remove(name);
        Assert.That(JsonNode.DeepEquals(read, definition), read.ToJsonString());
    }

    [Test]
    public async Task Labels_aliases_and_words_around_the_items_read_as_they_were_published_and_a_form_leaves_the_aliases_out()
    {
        var definition = Some.CustomerSurvey();
        definition["description"] = new JsonObject { ["de"] = "Zwei Minuten.", ["en"] = "Two minutes." };
        definition["thanks"] = "Thank you.";
        definition["dimensions"]![1]!["aliases"] = new JsonArray("Gate area");
        var items = definition["items"]!.AsArray();
        items[0]!["labels"] = new JsonObject { ["1"] = "Dirty", ["5"] = new JsonObject { ["de"] = "Sauber", ["en"] = "Clean" } };
        items[0]!["aliases"] = new JsonArray("QID1", "How clean was it?");
        items[2]!["options"]![0]!["aliases"] = new JsonArray("1");
        var survey = await Service.Publish(definition);
        var read = (await Service.Read.GetAsync($"/v1/surveys/{survey}").Body()).AsObject();
        foreach (var name in (string[])["key", "version", "state"]) read.Remove(name);
        Assert.That(JsonNode.DeepEquals(read, definition), read.ToJsonString());
        var form = await Service.Ingest.GetAsync($"/v1/surveys/{survey}/form").Body();
        Assert.That((string?)form["thanks"], Is.EqualTo("Thank you."));
        Assert.That((string?)form["items"]![0]!["labels"]!["5"]!["de"], Is.EqualTo("Sauber"));
        Assert.That(form.ToJsonString(), Does.Not.Contain("aliases").And.Not.Contain("QID1").And.Not.Contain("Gate area"));
    }

    [TestCase(null, ExpectedResult = 10)]
    [TestCase(12, ExpectedResult = 12)]
    public async Task<int> A_form_tells_employees_below_how_many_nothing_is_shown(int? k)
    {
        var definition = Some.EmployeeSurvey();
        if (k is null) definition.Remove("k");
        else definition["k"] = k;
        return (int)(await Service.Ingest.GetAsync($"/v1/surveys/{await Service.Publish(definition)}/form").Body())["k"]!;
    }

    [Test]
    public async Task Every_version_stays_readable()
    {
        var definition = Some.CustomerSurvey();
        var survey = await Service.Publish(definition);
        definition["title"] = "Second";
        await Service.Publish(definition, survey);
        Assert.That((string?)(await Service.Read.GetAsync($"/v1/surveys/{survey}/versions/1").Body())["title"], Is.EqualTo("Airport survey"));
        Assert.That((string?)(await Service.Read.GetAsync($"/v1/surveys/{survey}/versions/2").Body())["title"], Is.EqualTo("Second"));
        Assert.That((string?)(await Service.Read.GetAsync($"/v1/surveys/{survey}").Body())["title"], Is.EqualTo("Second"));
        foreach (var number in (string[])["0", "3"]) await Service.Read.GetAsync($"/v1/surveys/{survey}/versions/{number}").Problem(404, "unknown_version");
        await Service.Restart();
        Assert.That((string?)(await Service.Read.GetAsync($"/v1/surveys/{survey}/versions/1").Body())["title"], Is.EqualTo("Airport survey"));
    }

    [Test]
    public async Task A_form_has_what_is_asked_and_not_what_is_measured()
    {
        var survey = await Service.Publish(Some.EmployeeSurvey());
        var form = await Service.Ingest.GetAsync($"/v1/surveys/{survey}/form?format=native").Body();
        Assert.That(form["items"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That(form.ToJsonString(), Does.Not.Contain("trust."));
        await Service.Ingest.GetAsync($"/v1/surveys/{survey}/form?format=paper").Problem(400, "invalid_parameter");
        await Service.Ingest.GetAsync($"/v1/surveys/{Some.Key()}/form").Problem(404, "unknown_survey");
        var customers = Service.Client(await Service.MakeKey(KeyScope.Ingest, Audience.Customer));
        await customers.GetAsync($"/v1/surveys/{survey}/form").Problem(403, "forbidden_audience");
        await Service.Admin.PostAsync($"/v1/surveys/{survey}/close", null).Body();
        await Service.Ingest.GetAsync($"/v1/surveys/{survey}/form").Problem(409, "survey_closed");
    }

    [Test]
    public async Task Pages_of_the_list_hold_each_survey_once()
    {
        var published = new List<string>();
        for (var i = 0; i < 7; i++) published.Add(await Service.Publish(i % 2 == 0 ? Some.CustomerSurvey() : Some.EmployeeSurvey()));
        var (listed, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Service.Read.GetAsync("/v1/surveys?limit=3" + (cursor is null ? "" : "&cursor=" + cursor)).Body();
            Assert.That(page["value"]!.AsArray(), Has.Count.LessThanOrEqualTo(3));
            listed.AddRange(page["value"]!.AsArray().Select(s => (string)s!["key"]!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        Assert.That(listed, Is.Unique.And.SupersetOf(published));
        Assert.That(listed, Is.Ordered.Using((System.Collections.IComparer)StringComparer.Ordinal));
        Assert.That(listed, Has.None.StartsWith("_"));
    }

    [Test]
    public async Task A_key_of_one_audience_sees_that_audiences_surveys()
    {
        var (customers, employees) = (await Service.Publish(Some.CustomerSurvey()), await Service.Publish(Some.EmployeeSurvey()));
        var reader = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Customer));
        var listed = (await reader.GetAsync("/v1/surveys").Body())["value"]!.AsArray().Select(s => (string)s!["key"]!).ToList();
        Assert.That(listed, Does.Contain(customers).And.Not.Contain(employees));
        await reader.GetAsync($"/v1/surveys/{employees}").Problem(403, "forbidden_audience");
    }

    [TestCase("limit=0")]
    [TestCase("limit=20001")]
    [TestCase("limit=ten")]
    [TestCase("cursor=%21")]
    public async Task A_page_that_cannot_be_is_refused(string query) =>
        await Service.Read.GetAsync("/v1/surveys?" + query).Problem(400, "invalid_parameter");
}
