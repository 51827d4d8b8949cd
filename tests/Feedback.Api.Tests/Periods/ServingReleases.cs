using System.Net;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Periods;

/// <summary>What a released period answers: the same to everybody, every time, and nothing about what it withholds.</summary>
public sealed class ServingReleases(string engine) : ServiceFixture(engine)
{
    private string _survey = "";

    [OneTimeSetUp]
    public async Task ReleaseAMonth()
    {
        await Service.Admin.Put("/v1/units", Pulse.Units(("north", null), ("south", null), ("west", null), ("nobody", null))).Body();
        var definition = Pulse.Survey();
        definition["dimensions"] = new JsonArray("channel", new JsonObject { ["name"] = "grade", ["values"] = new JsonArray("A", "B", "C", "D") });
        definition["items"]!.AsArray().Add(new JsonObject { ["code"] = "overall", ["kind"] = "rating", ["low"] = 1, ["high"] = 5 });
        _survey = await Service.Publish(definition);
        await Service.StoreInvited(_survey,
        [
            .. Of("north", "web", "A"), .. Of("north", "mail", "B"), .. Of("south", "web", "A"), .. Of("south", "mail", "B"), .. Of("west", "web", "B"), .. Of("west", null, "A"),
            .. Of("north", "fax", "C", 4), .. Of("south", "fax", "C", 4), .. Of("west", "fax", "C", 1), .. Of("north", "post", "A", 5), .. Of("west", "post", "B", 5),
        ]);
        await Service.Release("2026-03");

        static IEnumerable<JsonNode> Of(string unit, string? channel, string grade, int people = 30)
        {
            foreach (var (person, i) in Pulse.People(people, "2026-03", unit, channel).Select((p, i) => (p, i)))
            {
                person["about"]!["grade"] = grade;
                person["answers"]!["overall"] = 1 + i % 5;
                // Some of the people skip one item of the scale.
                if (people == 30 && i >= 25) person["answers"]!.AsObject().Remove("humanity");
                yield return person;
            }
        }
    }

    [Test]
    public async Task Values_that_were_listed_stand_there_and_learned_ones_once_k_people_have_them()
    {
        var grades = await Service.Rows($"trust?survey={_survey}&by=grade");
        Assert.That(grades.Select(r => (string?)r["grade"]), Is.EqualTo(new[] { "A", "B", "C", "D" }));
        Assert.That(grades.Where(r => (string?)r["grade"] is "C" or "D").Select(r => r.Status()), Is.All.EqualTo("withheld"), "nine people, and nobody");
        var channels = await Service.Rows($"trust?survey={_survey}&by=channel");
        Assert.That(channels.Select(r => (string?)r["channel"]), Is.EqualTo(new[] { null, "mail", "post", "web" }), "nine people had a fax");
    }

    [Test]
    public async Task Every_unit_of_the_tree_has_a_row()
    {
        var rows = await Service.Rows($"trust?survey={_survey}&by=unit");
        Assert.That(rows.Select(r => (string?)r["unit"]), Is.EqualTo(new[] { "nobody", "north", "south", "west" }));
        Assert.That(rows[0].Status(), Is.EqualTo("withheld"));
    }

    [Test]
    public async Task Whatever_is_withheld_looks_the_same()
    {
        string[] filters = ["channel:fax", "channel:pigeon", "channel:Anna Meier", "grade:C", "grade:D", "grade:Z", "unit:nobody", "unit:nowhere"];
        foreach (var slug in (string[])["trust", "net-trust", "agreement", "item", "change"])
        {
            var query = slug switch { "agreement" => "&measure=trust", "item" => "&item=overall", "change" => "&of=trust&before=grade:A&after=grade:B", _ => "" };
            var answers = new List<(HttpStatusCode, string)>();
            foreach (var filter in filters.Where(f => slug != "change" || !f.StartsWith("grade", StringComparison.Ordinal)))
            {
                var answer = await Service.Read.GetAsync($"/v1/indicators/{slug}?survey={_survey}{query}&where={Uri.EscapeDataString(filter)}");
                var body = await answer.Body();
                Assert.That(body["value"]!.AsArray().Select(r => r!.Status()), Is.EqualTo(new[] { "withheld" }), filter);
                Assert.That((string?)body["asOf"], Is.Not.Null);
                answers.Add((answer.StatusCode, body["value"]![0]!.WithoutKey()));
            }
            Assert.That(answers.Distinct().ToList(), Has.Count.EqualTo(1), slug);
        }
    }

    [Test]
    public async Task Items_and_score_of_a_scale_are_those_of_the_same_people()
    {
        var n = (await Service.Row($"trust?survey={_survey}"))["n"]!.ToJsonString();
        foreach (var facet in (string[])["capability", "reliability", "transparency", "humanity"])
            Assert.That((await Service.Row($"item?survey={_survey}&item={facet}"))["n"]!.ToJsonString(), Is.EqualTo(n), facet);
        Assert.That((int)(await Service.Row($"trust?survey={_survey}&where=unit:south"))["n"]!, Is.EqualTo(54).Within(2.5));
        Assert.That((int)(await Service.Row($"item?survey={_survey}&item=capability&where=unit:south"))["n"]!, Is.EqualTo(54).Within(2.5), "sixty-four answered it");
        Assert.That((int)(await Service.Row($"item?survey={_survey}&item=overall&where=unit:south"))["n"]!, Is.EqualTo(64).Within(2.5), "outside the scale");
    }

    [Test]
    public async Task The_tag_of_what_is_released_stays()
    {
        var address = $"/v1/indicators/trust?survey={_survey}&period=2026-03&by=unit";
        var first = await Service.Read.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        await Service.StoreInvited(_survey, Pulse.People(20, "2026-03", "south"));
        var second = await Service.Read.SendAsync(again);
        Assert.That((second.StatusCode, second.Headers.ETag), Is.EqualTo((HttpStatusCode.NotModified, first.Headers.ETag)));
        Assert.That(await second.Content.ReadAsStringAsync(), Is.Empty);
        var other = await Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}&period=2026-03&by=channel");
        Assert.That(other.Headers.ETag, Is.Not.EqualTo(first.Headers.ETag));
    }

    [Test]
    public async Task Periods_are_for_keys_of_employees()
    {
        var customers = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Customer));
        foreach (var path in (string[])["/v1/periods", "/v1/periods/2026-03"]) await customers.GetAsync(path).Problem(403, "forbidden_audience");
        var employees = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Employee));
        foreach (var path in (string[])["/v1/periods", "/v1/periods/2026-03"]) await employees.GetAsync(path).Body();
        await employees.PostAsync("/v1/periods/2026-03/release", null).Problem(403, "forbidden_scope");
    }
}
