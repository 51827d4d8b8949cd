using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Employees are cut by one unit and two other dimensions, whichever parameters name them; customers as finely as anybody likes.</summary>
public sealed class CuttingEmployees(string engine) : ServiceFixture(engine)
{
    private const string Two = "where=grade:AO&where=tenure:1";

    private static readonly string[] Dimensions = ["channel", "level", "location", "grade", "tenure"];

    private string _employees = "", _customers = "";

    [OneTimeSetUp]
    public async Task Publish()
    {
        await Service.Admin.Put("/v1/units", Guests.Units).Body();
        (_employees, _customers) = (await Service.PublishByCode(Survey("employee")), await Service.Publish(Survey("customer")));
        await Service.StoreInvited(_employees, Enumerable.Range(0, 40).Select(Answer));
        await Service.Release("2026-03");
    }

    [TestCase("trust", Two + "&by=location", "where")]
    [TestCase("consistency", "measure=engagement&over=location&" + Two, "where")]
    [TestCase("consistency", "measure=engagement&over=touchpoint,unit,location&" + Two, "where")]
    [TestCase("consistency", "measure=engagement&over=tenure&by=grade,location", "by")]
    [TestCase("silo", "over=location&" + Two, "where")]
    [TestCase("hierarchy-gap", "senior=location:A&frontline=location:B&" + Two, "where")]
    [TestCase("hierarchy-gap", "senior=location:A&frontline=location:B&by=grade,tenure", "by")]
    [TestCase("hierarchy-gap", "senior=unit:sales&frontline=unit:service&where=unit:emea", "where")]
    [TestCase("change", "of=engagement&before=location:A&after=location:B&" + Two, "where")]
    [TestCase("change", "of=silo&over=location&before=grade:A&after=grade:B&where=tenure:1", "where")]
    [TestCase("change", "of=consistency&measure=engagement&over=location&before=2026-Q1&after=2026-Q2&" + Two, "where")]
    [TestCase("change", "of=hierarchy-gap&senior=unit:sales&frontline=unit:service&before=unit:latam&after=unit:apac", "by")]
    public async Task More_than_a_unit_and_two_other_dimensions_are_refused(string slug, string query, string parameter)
    {
        var problem = await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={_employees}&{query}").Problem(400, "invalid_parameter");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
        Assert.That((int)(await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={_customers}&{query}")).StatusCode, Is.EqualTo(200), "customers");
    }

    [TestCase("consistency", "measure=engagement&over=unit,touchpoint,time&where=unit:emea&" + Two)]
    [TestCase("consistency", "measure=engagement&over=channel,level,location&where=unit:emea&where=grade:AO")]
    [TestCase("silo", "where=unit:emea&" + Two)]
    [TestCase("hierarchy-gap", "senior=location:A&frontline=location:B&by=item&where=unit:emea&where=grade:AO")]
    [TestCase("hierarchy-gap", "senior=unit:sales&frontline=unit:service&" + Two)]
    [TestCase("change", "of=engagement&before=unit:sales&after=unit:service&" + Two)]
    [TestCase("change", "of=silo&before=unit:emea&after=unit:apac&" + Two)]
    [TestCase("change", "of=engagement&before=location:A&after=location:B&where=unit:emea&by=grade")]
    public async Task A_unit_and_two_other_dimensions_are_answered(string slug, string query) =>
        Assert.That((int)(await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={_employees}&{query}")).StatusCode, Is.EqualTo(200));

    [TestCase("trust", "where=grade:AO,EO", "where")]
    [TestCase("trust", "where=grade:A*", "where")]
    [TestCase("trust", "where=tenure:>1", "where")]
    [TestCase("trust", "where=unit:sales,service", "where")]
    [TestCase("hierarchy-gap", "senior=location:!A&frontline=location:A", "senior")]
    [TestCase("change", "of=engagement&before=location:A&after=location:B,C", "after")]
    public async Task Lists_ranges_and_patterns_are_no_values_of_employees(string slug, string query, string parameter)
    {
        var problem = await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={_employees}&{query}").Problem(400, "invalid_parameter");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
        Assert.That((int)(await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={_customers}&{query}")).StatusCode, Is.EqualTo(200), "customers");
    }

    [TestCase("Sales, EMEA", 200)]
    [TestCase(">40", 200)]
    [TestCase("Sales, APAC", 400)]
    [TestCase("<40", 400)]
    public async Task A_value_that_reads_like_a_list_or_a_range_is_one_if_the_survey_lists_it(string value, int status)
    {
        var survey = Survey("employee");
        survey["dimensions"] = new JsonArray(new JsonObject { ["name"] = "level", ["values"] = new JsonArray("Sales, EMEA", ">40") });
        var key = await Service.PublishByCode(survey);
        await Service.StoreInvited(key, Enumerable.Range(0, 20).Select(_ => Answer(0)).Select(a => { a["about"] = new JsonObject { ["level"] = ">40" }; return a; }));
        await Service.Release("2026-03");
        Assert.That((int)(await Service.Read.GetAsync($"/v1/indicators/trust?survey={key}&where=level:{Uri.EscapeDataString(value)}")).StatusCode, Is.EqualTo(status));
    }

    [TestCase("employee")]
    [TestCase("customer")]
    public async Task Filters_of_both_audiences_cut_the_employees_too(string audience)
    {
        var query = $"/v1/indicators/alignment?audience={audience}&survey={_employees}&survey={_customers}&{Two}";
        await Service.Read.GetAsync(query + "&where=location:A").Problem(400, "invalid_parameter");
        Assert.That((int)(await Service.Read.GetAsync(query)).StatusCode, Is.EqualTo(200));
    }

    private static JsonNode Answer(int number) => new JsonObject
    {
        ["answeredAt"] = "2026-03-10T12:00:00Z",
        ["about"] = new JsonObject { ["unit"] = number % 2 == 0 ? "sales" : "service", ["grade"] = "AO", ["tenure"] = "1", ["location"] = number % 4 < 2 ? "A" : "B" },
        ["answers"] = new JsonObject { ["pride"] = 1 + number % 5, ["honest"] = 3, ["overall"] = 1 + number % 3 },
    };

    private static JsonObject Survey(string audience)
    {
        var survey = Guests.Survey(audience);
        survey["dimensions"] = new JsonArray([.. Dimensions.Select(d => JsonValue.Create(d))]);
        survey["items"]!.AsArray().Add(new JsonObject { ["code"] = "honest", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "trust.transparency" });
        return survey;
    }
}
