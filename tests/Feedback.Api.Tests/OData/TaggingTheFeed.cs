using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.OData;
using Feedback.Indicators;

namespace Feedback.Api.Tests.OData;

/// <summary>Who refreshes and has the rows already is told so; whatever can change a row changes the tag.</summary>
public sealed class TaggingTheFeed(string engine) : FeedFixture(engine)
{
    private const string Path = "Periods?$top=3";

    [TestCase(Path)]
    [TestCase("Items/$count")]
    [TestCase("")]
    [TestCase("$metadata")]
    [TestCase("Units('emea')")]
    [TestCase("Calendar?$format=csv")]
    public async Task A_read_that_is_known_is_304_and_says_its_tag(string path)
    {
        var tag = await TagOf(path);
        Assert.That(tag, Does.StartWith("W/\""));
        using var again = await Ask(path, "*/*", ("If-None-Match", tag));
        Assert.That((int)again.StatusCode, Is.EqualTo(304));
        Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(again.Headers.ETag!.ToString(), Is.EqualTo(tag));
    }

    [Test]
    public async Task Whatever_can_change_a_row_changes_the_tag()
    {
        var seen = new List<string> { await TagOf(Path) };
        var response = AnswerOn("2026-05-05");
        foreach (var change in (Func<Task>[])
        [
            () => Service.Store(CustomerSurvey, [response]),
            async () => Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{response["id"]}")).IsSuccessStatusCode),
            () => Service.Folded(),
            () => Service.Publish(Some.CustomerSurvey()),
            async () => await Service.Admin.Put("/v1/units", JsonNode.Parse("""{"units":[{"code":"emea","name":"EMEA","headcount":6},{"code":"emea-sales","name":"Sales EMEA","parent":"emea","headcount":240}]}""")!).Body(),
            async () => await Service.Admin.Put("/v1/targets", JsonNode.Parse("""{"targets":[{"indicator":"trust","audience":"customer","direction":"atLeast","value":75,"until":"2027-03-31"}]}""")!).Body(),
            async () => await Service.Admin.Put("/v1/outcomes/retention", JsonNode.Parse("""{"values":[{"unit":"emea","period":"2026-Q3","value":0.83}]}""")!).Body(),
            async () => await Service.Admin.Put($"/v1/surveys/{CustomerSurvey}/invitations", JsonNode.Parse("""{"invitations":[{"about":{"channel":"mail"},"on":"2026-11-02","count":240}]}""")!).Body(),
            () => Service.Release("2026-09"),
            () => { Service.Clock.Advance(TimeSpan.FromDays(1)); return Task.CompletedTask; },
        ])
        {
            await change();
            seen.Add(await TagOf(Path));
        }
        Assert.That(seen, Is.Unique);
        Assert.That(await TagOf(Path), Is.EqualTo(seen[^1]), "What nobody changed keeps its tag.");
    }

    [Test]
    public async Task Nothing_that_employees_answer_changes_a_tag_before_it_is_released()
    {
        var (both, employee, customer) = (Service.Read, Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Employee)), Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Customer)));
        HttpClient[] all = [both, employee, customer];
        await Service.Folded();
        var before = await TagsOf(all);
        var response = Some.EmployeeResponse();
        response["answeredAt"] = "2026-11-10T12:00:00Z";
        await Service.StoreInvited(EmployeeSurvey, [response]);
        Assert.That(await TagsOf(all), Is.EqualTo(before));
        await Service.Folded();
        Assert.That(await TagsOf(all), Is.EqualTo(before));
        var ofEmployees = await TagsOf(employee);
        await Service.Store(CustomerSurvey, [AnswerOn("2026-05-06")]);
        Assert.That(await TagsOf(both, customer), Has.None.AnyOf(before));
        Assert.That(await TagsOf(employee), Is.EqualTo(ofEmployees));
    }

    private static async Task<List<string>> TagsOf(params HttpClient[] clients)
    {
        var tags = new List<string>();
        foreach (var client in clients)
        {
            foreach (var set in FeedSets.All)
            {
                foreach (var path in (string[])[$"{set.Name}?$top=1", set.Name + "/$count"]) tags.Add((await Ask(client, path, "*/*")).Headers.ETag!.ToString());
            }
        }
        return tags;
    }

    [Test]
    public async Task Another_address_form_page_or_right_has_another_tag()
    {
        var customer = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Customer));
        var tags = new List<string>
        {
            await TagOf("Items"),
            await TagOf("Items?$top=1"),
            await TagOf("Items?$select=key"),
            await TagOf("Items", "text/csv"),
            await TagOf("Items", "application/json;odata.metadata=none"),
            await TagOf("Items", "*/*", ("Prefer", "odata.maxpagesize=7")),
            await TagOf("Items", "*/*", ("Host", "other.example.org")),
            (await Ask(customer, "Items")).Headers.ETag!.ToString(),
        };
        Assert.That(tags, Is.Unique);
    }

    [TestCase("Items('nothing')", 404)]
    [TestCase("Units('emea')", 304)]
    [TestCase("Units", 304)]
    public async Task Any_tag_is_known_of_what_there_is(string path, int status) =>
        Assert.That((int)(await Ask(path, "*/*", ("If-None-Match", "*"))).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task A_refusal_has_no_tag()
    {
        Assert.That((await Ask("Items?$filter=nothing")).Headers.ETag, Is.Null);
        Assert.That((await Ask("Items('nothing')")).Headers.ETag, Is.Null);
    }

    private async Task<string> TagOf(string path, string accept = "*/*", params (string, string)[] headers)
    {
        using var answer = await Ask(path, accept, headers);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        return answer.Headers.ETag!.ToString();
    }
}
