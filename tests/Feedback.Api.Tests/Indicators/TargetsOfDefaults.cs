using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>A target is about the figure that an indicator gives without any parameter but <c>measure</c>, and about no other.</summary>
public sealed class TargetsOfDefaults(string engine) : TwoAudiencesFixture(engine)
{
    [TestCase("consistency", "customer", 75, "", "&over=touchpoint", "&measure=satisfaction", "&where=unit:south", "&interval=quarter")]
    [TestCase("inertia", "customer", 25, "", "&threshold=50", "&interval=quarter")]
    [TestCase("alignment", "employee", 1, "", "&with=satisfaction&measure=engagement", "&lag=0", "&interval=year")]
    [TestCase("silo", "employee", 0, "", "&over=unit")]
    [TestCase("ambassadors", "employee", 90, "")]
    public async Task It_stands_beside_the_request_that_spells_the_defaults_out(string slug, string audience, double value, params string[] same)
    {
        await Put($$"""{"indicator":"{{slug}}","audience":"{{audience}}","value":{{value}},"until":"2099-12-31"}""", $$"""{"indicator":"{{slug}}","audience":"{{audience}}","unit":"south","value":{{value}},"until":"2099-12-31"}""").Body();
        foreach (var own in same)
        {
            var targets = (await Service.Rows($"{slug}?audience={audience}{own}")).Where(r => r["facet"] is null || (string?)r["facet"] == "all").Select(r => (double?)r["target"]).ToList();
            Assert.That(targets, Is.Not.Empty.And.All.EqualTo(value), own);
        }
    }

    [TestCase("consistency", "customer", 75, "&over=time", "&over=unit", "&over=unit&level=1", "&over=touchpoint,time", "&measure=experience")]
    [TestCase("inertia", "customer", 25, "&threshold=40", "&level=1", "&measure=satisfaction")]
    [TestCase("alignment", "employee", 1, "&with=recommend", "&lag=1", "&level=1", "&measure=recommend")]
    [TestCase("silo", "employee", 0, "&level=1", "&measure=recommend")]
    [TestCase("ambassadors", "employee", 90, "&level=1")]
    public async Task Other_parameters_make_another_figure_which_has_none(string slug, string audience, double value, params string[] others)
    {
        await Put($$"""{"indicator":"{{slug}}","audience":"{{audience}}","value":{{value}},"until":"2099-12-31"}""").Body();
        foreach (var own in others)
        {
            var rows = await Service.Rows($"{slug}?audience={audience}{own}");
            Assert.That(rows, Is.Not.Empty);
            Assert.That(rows.Select(r => r["target"]), Is.All.Null, own);
        }
    }

    [Test]
    public async Task What_the_indicator_would_not_answer_takes_none()
    {
        await Service.Read.GetAsync("/v1/indicators/consistency?audience=customer&measure=trust").Problem(400, "invalid_parameter");
        var problem = await Put("""{"indicator":"consistency","measure":"trust","audience":"customer","value":70,"until":"2027-12-31"}""").Problem(400, "invalid_targets");
        Assert.That(problem.Errors!["targets[0].measure"], Is.EqualTo((string[])["Touchpoints are compared on experience; other facets take a measure."]));
    }

    [TestCase("early-warning")]
    [TestCase("change")]
    [TestCase("drivers")]
    [TestCase("hierarchy-gap")]
    public async Task What_has_no_one_figure_takes_none(string slug)
    {
        var problem = await Put($$"""{"indicator":"{{slug}}","audience":"employee","value":1,"until":"2027-12-31"}""").Problem(400, "invalid_targets");
        Assert.That(problem.Errors!.Keys, Does.Contain("targets[0].indicator"));
    }

    [Test]
    public async Task What_it_answers_with_the_measure_named_takes_one()
    {
        await Put("""{"indicator":"consistency","measure":"experience","audience":"customer","value":70,"until":"2099-12-31"}""", """{"indicator":"inertia","measure":"satisfaction","audience":"customer","value":30,"until":"2099-12-31"}""").Body();
        Assert.That((await Service.Rows("consistency?audience=customer&measure=experience")).Where(r => (string?)r["facet"] == "all").Select(r => (double?)r["target"]), Is.EqualTo(new double?[] { 70 }));
        Assert.That((await Service.Row("inertia?audience=customer&measure=satisfaction")).Number("target"), Is.EqualTo(30));
        Assert.That((await Service.Row("inertia?audience=customer"))["target"], Is.Null);
    }

    [Test]
    public async Task The_committee_sees_what_the_indicator_says_and_a_key_of_one_audience_nothing_of_both()
    {
        await Put("""{"indicator":"alignment","audience":"employee","value":1,"until":"2099-12-31"}""", """{"indicator":"silo","audience":"employee","direction":"atMost","value":0,"until":"2099-12-31"}""").Body();
        var row = await Service.Row("alignment?audience=employee&period=2026");
        Assert.That((row.Status(), (string?)row["reached"]), Is.EqualTo(("released", "no")));
        var off = await OffTarget(Service.Read);
        Assert.That(off["alignment"].Number("estimate"), Is.EqualTo(row.Number("estimate")));
        Assert.That(off.Keys, Is.SupersetOf(new[] { "alignment", "silo" }));
        Assert.That((await OffTarget(Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Employee)))).Keys, Is.EqualTo(new[] { "silo" }));
    }

    private static async Task<Dictionary<string, JsonNode>> OffTarget(HttpClient client) =>
        (await client.GetAsync("/v1/committee/2026?limit=1").Body())["value"]![0]!["offTarget"]!.AsArray().ToDictionary(o => (string)o!["indicator"]!, o => o!);

    private Task<HttpResponseMessage> Put(params string[] targets) => Service.Admin.PutAsync("/v1/targets", Wire.Text($$"""{"targets":[{{string.Join(',', targets)}}]}"""));
}
