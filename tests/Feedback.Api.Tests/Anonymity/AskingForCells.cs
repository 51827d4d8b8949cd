using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A1, A4, A11: asking outright for what is too small, too fine or in too much detail.</summary>
public sealed class AskingForCells(string engine) : AttackFixture(engine)
{
    private const string OneUnit = "where=unit:d1";

    [TestCase("trust")]
    [TestCase("recommend")]
    [TestCase("item?item=trust.outcome")]
    public async Task A01_a_cell_of_fewer_than_ten_is_withheld_and_one_of_ten_may_be_released(string indicator)
    {
        var (rows, truth) = (await Pulse.Crawl(indicator), Pulse.Truth(Bases.Of(indicator)));
        Assert.That(rows.Values.Where(r => truth[r.Cell].People == K - 1), Is.Not.Empty.And.All.Matches<ServedRow>(r => r!.Status == "withheld"));
        Assert.That(rows.Values.Where(r => truth[r.Cell].People < K), Is.All.Matches<ServedRow>(r => r!.Status == "withheld"));
        Assert.That(rows.Values.Where(r => truth[r.Cell].People == K), Has.Some.Matches<ServedRow>(r => r!.IsReleased));
    }

    [TestCase("where=grade!:AO", "where=grade!:ZZ")]
    [TestCase("where=grade:AO,EO", "where=grade:ZZ,YY")]
    [TestCase("where=tenure:>3", "where=tenure:>999")]
    [TestCase("where=name:A*", "where=name:Z*")]
    [TestCase("where=grade:A*", "where=grade:Z*")]
    [TestCase("where=grade:AO&where=tenure:0-1&where=gender:f", "where=grade:ZZ&where=tenure:ZZ&where=gender:ZZ")]
    [TestCase("where=grade:AO&where=grade:EO", "where=grade:ZZ&where=grade:YY")]
    [TestCase("where=unit:d1&where=unit:d2", "where=unit:zz&where=unit:yy")]
    [TestCase("where=unit:d1,d2", "where=unit:zz,yy")]
    [TestCase("where=grade:AO&where=tenure:0-1&by=gender", "where=grade:ZZ&where=tenure:ZZ&by=gender")]
    [TestCase("by=grade,tenure,gender", "by=tenure,gender,grade")]
    [TestCase("by=unit,grade,tenure", "by=grade,unit,tenure")]
    [TestCase("where=grade:", "where=tenure:")]
    public async Task A04_anything_but_one_unit_and_two_equalities_is_refused_alike_whether_or_not_the_values_exist(string existing, string invented)
    {
        var bodies = new List<string>();
        foreach (var query in (string[])[existing, invented])
        {
            var answer = await Service.Read.GetAsync($"/v1/indicators/trust?survey={Pulse.Survey}&period={ReleasedOrganisation.LastPeriod}&{query}");
            var body = await answer.Body(400);
            body["traceId"] = null;
            bodies.Add(body.ToJsonString());
        }
        Assert.That(bodies[0], Is.EqualTo(bodies[1]));
    }

    [TestCase("sort=estimate")]
    [TestCase("orderby=estimate")]
    [TestCase("$orderby=estimate")]
    [TestCase("top=5")]
    [TestCase("percentile=90")]
    [TestCase("quantile=.5")]
    [TestCase("statistic=max")]
    [TestCase("having=estimate:90")]
    public async Task A11_order_statistics_are_no_parameters(string query) =>
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={Pulse.Survey}&period={ReleasedOrganisation.LastPeriod}&{OneUnit}&{query}").Problem(400, "unknown_parameter");

    [TestCase("median")]
    [TestCase("minimum")]
    [TestCase("max")]
    [TestCase("percentile")]
    public async Task A11_order_statistics_are_no_indicators(string slug) =>
        await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={Pulse.Survey}&period={ReleasedOrganisation.LastPeriod}").Problem(404, "unknown_indicator");

    [Test]
    public async Task A11_nothing_that_is_served_of_employees_is_an_extreme_or_a_quantile()
    {
        var catalogue = await Service.Read.GetAsync("/v1/indicators").Body();
        string[] slugs = [.. catalogue["value"]!.AsArray().Where(i => i!["audiences"]!.AsArray().Any(a => (string)a! == "employee")).Select(i => (string)i!["slug"]!)];
        Assert.That(slugs, Does.Contain("trust"));
        foreach (var slug in slugs.Where(s => s is "trust" or "net-trust" or "engagement" or "stay" or "effort" or "recommend" or "listening" or "purpose" or "change-readiness"))
        {
            var rows = await Service.Rows($"{slug}?survey={Pulse.Survey}&period={ReleasedOrganisation.LastPeriod}");
            var extremes = rows.SelectMany(r => r["components"]!.AsObject()).Where(c => c.Value is not null && IsExtreme(c.Key)).Select(c => $"{slug}.{c.Key}");
            Assert.That(extremes, Is.Empty);
        }
    }

    private static bool IsExtreme(string component) =>
        ((string[])["min", "max", "median", "ninetieth", "quantile", "percentile", "distribution"]).Any(name => component.Contains(name, StringComparison.OrdinalIgnoreCase));

    [Test]
    public async Task A11_of_listening_no_days_are_told()
    {
        JsonNode row = await Service.Row($"listening?survey={Pulse.Survey}&period={ReleasedOrganisation.LastPeriod}");
        Assert.That((row["components"]!["medianDays"], row["components"]!["ninetiethDays"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
    }
}
