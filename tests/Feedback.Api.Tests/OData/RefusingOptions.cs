using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.OData;

/// <summary>What the feed does not do it says, in the words of the protocol, and repeats nothing of what was sent.</summary>
public sealed class RefusingOptions(string engine) : FeedFixture(engine)
{
    private const string Set = InventedRows.SetName, Secret = "Anna-Meier";

    [TestCase("text", 501)]
    [TestCase("key,text desc", 501)]
    [TestCase("item", 200)]
    public async Task Rows_are_not_ordered_by_long_texts(string order, int status) =>
        Assert.That((int)(await Ask($"Items?$orderby={Text(order)}")).StatusCode, Is.EqualTo(status));

    [TestCase("$expand=key", "$expand")]
    [TestCase("$apply=aggregate($count as n)", "$apply")]
    [TestCase("$search=x", "$search")]
    [TestCase("$compute=whole add 1 as x", "$compute")]
    [TestCase("$levels=2", "$levels")]
    [TestCase("$deltatoken=1", "$deltatoken")]
    [TestCase("$Top=1", null)]
    [TestCase("$" + Secret + "=1", null)]
    [TestCase("$filter=contains(text,'" + Secret + "')", "$filter")]
    [TestCase("$filter=nothing(text) eq 1", "$filter")]
    [TestCase("$filter=year(day) eq 2026", "$filter")]
    [TestCase("$filter=not flag", "$filter")]
    [TestCase("$filter=not (whole eq 1)", "$filter")]
    [TestCase("$filter=whole in (1,2)", "$filter")]
    [TestCase("$filter=whole add 1 eq 2", "$filter")]
    [TestCase("$filter=whole mod 2 eq 0 and flag", "$filter")]
    [TestCase("$filter=-whole eq 2", "$filter")]
    [TestCase("$filter=(whole eq 1) eq true", "$filter")]
    [TestCase("$filter=text has 'a'", "$filter")]
    [TestCase("$filter=$it/text eq 'a'", "$filter")]
    [TestCase("$filter=text/length eq 1", "$filter")]
    [TestCase("$filter=@p eq 1", "$filter")]
    [TestCase("$filter=text/any(x:x eq 'a')", "$filter")]
    [TestCase("$filter=duration'P1D' eq duration'P1D'", "$filter")]
    [TestCase("$filter=day lt instant", "$filter")]
    [TestCase("$orderby=length(text)", "$orderby")]
    [TestCase("$orderby=whole add 1", "$orderby")]
    [TestCase("$select=key($top=1)", "$select")]
    public async Task What_is_not_supported_is_501_and_says_what(string options, string? target)
    {
        using var answer = await Ask($"{Set}?{Escaped(options)}");
        var body = await Error(answer, 501, "not_supported");
        Assert.That((string?)body["error"]!["target"], Is.EqualTo(target));
    }

    [TestCase("$filter=" + Secret + " eq 1")]
    [TestCase("$filter=Key eq 'a'")]
    [TestCase("$filter=whole eq")]
    [TestCase("$filter=((whole eq 1)")]
    [TestCase("$filter=whole eq '" + Secret + "'")]
    [TestCase("$filter=text eq 5")]
    [TestCase("$filter=text eq '" + Secret)]
    [TestCase("$filter=day eq 2026-13-01")]
    [TestCase("$filter=day eq '2026-01-01'")]
    [TestCase("$filter=instant gt 2026-01-01T00:00:00")]
    [TestCase("$filter=whole eq 1 OR whole eq 2")]
    [TestCase("$filter=number eq 2.5M")]
    [TestCase("$filter=%20")]
    [TestCase("$filter=")]
    [TestCase("$orderby=" + Secret)]
    [TestCase("$orderby=key sideways")]
    [TestCase("$orderby=")]
    [TestCase("$select=" + Secret)]
    [TestCase("$select=")]
    [TestCase("$top=-1")]
    [TestCase("$top=x")]
    [TestCase("$top=1.5")]
    [TestCase("$top=99999999999999999999")]
    [TestCase("$skip=-1")]
    [TestCase("$count=TRUE")]
    [TestCase("$count=1")]
    [TestCase("$top=1&$top=2")]
    public async Task What_is_wrong_is_400_at_its_option(string options)
    {
        using var answer = await Ask($"{Set}?{Escaped(options)}");
        var body = await Error(answer, 400, "invalid_parameter");
        Assert.That((string?)body["error"]!["target"], Is.EqualTo(options.Split('=')[0]));
    }

    [TestCase("top=1", "top")]
    [TestCase("format=csv", "format")]
    [TestCase("%24filter=whole%20eq%201&unit=" + Secret, "unit")]
    public async Task A_parameter_without_a_dollar_is_unknown(string options, string target)
    {
        using var answer = await Ask($"{Set}?{options}");
        Assert.That((string?)(await Error(answer, 400, "unknown_parameter"))["error"]!["target"], Is.EqualTo(target));
    }

    [Test]
    public async Task A_filter_that_is_nested_too_deep_is_refused_and_hundreds_of_alternatives_are_not()
    {
        var deep = string.Concat(Enumerable.Repeat('(', 2_000)) + "flag" + string.Concat(Enumerable.Repeat(')', 2_000));
        await Ask($"{Set}?$filter={deep}").Problem(400, "invalid_parameter");
        var many = string.Join(" or ", Enumerable.Range(0, 300).Select(i => $"whole eq {i}"));
        Assert.That(await Rows($"{Set}?$filter={Text(many)}"), Has.Count.EqualTo(Invented.Rows.Count(r => r.Whole >= 0)));
    }

    [TestCase("$batch", 501)]
    [TestCase("$all", 501)]
    [TestCase("$crossjoin(Units,Items)", 501)]
    [TestCase("Units('emea')/name", 501)]
    [TestCase("Units/$ref", 501)]
    [TestCase("Units('emea')/$count", 501)]
    [TestCase("Units/$count?$top=1", 501)]
    [TestCase("$metadata?$top=1", 501)]
    [TestCase("?$top=1", 501)]
    [TestCase("units", 404)]
    [TestCase("Nothing", 404)]
    [TestCase("Nothing('a')", 404)]
    public async Task Addresses_that_are_none_of_the_feeds_are_refused(string path, int status)
    {
        using var answer = await Ask(path);
        await Error(answer, status, status == 501 ? "not_supported" : "not_found");
    }

    [Test]
    public async Task Nothing_is_written()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete])
        {
            using var answer = await Service.Admin.SendAsync(new HttpRequestMessage(method, Root + Set) { Content = Wire.Json(new JsonObject()) });
            await Error(answer, 405, "method_not_allowed");
        }
        using var batch = await Service.Read.PostAsync(Root + "$batch", Wire.Text("--x--", "multipart/mixed"));
        await Error(batch, 501, "not_supported");
    }

    [TestCase("OData-MaxVersion", "3.0")]
    [TestCase("OData-MaxVersion", "x")]
    [TestCase("OData-Version", "3.0")]
    [TestCase("OData-Version", "5.0")]
    public async Task Another_version_is_refused_everywhere(string header, string version)
    {
        foreach (var path in (string[])["", "$metadata", Set, Set + "/$count"])
        {
            using var answer = await Ask(path, null, (header, version));
            await Error(answer, 400, "invalid_request");
        }
    }

    [TestCase("", "application/atom+xml", 406)]
    [TestCase("", "text/csv", 406)]
    [TestCase("", "application/json;odata=verbose", 200)]
    [TestCase("", "*/*", 200)]
    [TestCase("$metadata", "application/xml", 200)]
    [TestCase("$metadata", "*/*", 200)]
    [TestCase("$metadata", "application/json", 406)]
    [TestCase("$metadata?$format=json", "*/*", 406)]
    [TestCase("$metadata?$format=xml", "application/json", 200)]
    [TestCase("Units", "application/atom+xml", 406)]
    [TestCase("Units", "application/atom+xml,application/json;q=0", 406)]
    [TestCase("Units", "application/atom+xml;q=1,application/json;q=0.1", 200)]
    [TestCase("Units", "application/json;odata.metadata=full", 200)]
    [TestCase("Units", "application/json; odata.metadata=none", 200)]
    [TestCase("Units?$format=atom", "*/*", 406)]
    [TestCase("Units?$format=application/json;odata.metadata=minimal", "application/atom+xml", 200)]
    [TestCase("Units('emea')", "text/csv", 406)]
    public async Task A_form_that_is_not_there_is_406(string path, string accept, int status)
    {
        using var answer = await Ask(path, accept);
        if (status == 406) await Error(answer, 406, "not_acceptable");
        else Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        if (accept.Contains("full")) Assert.That(answer.Content.Headers.ContentType!.ToString(), Does.Contain("odata.metadata=minimal"));
    }

    [Test]
    public async Task Who_has_no_key_is_asked_for_a_name_and_a_password_and_nothing_else()
    {
        using var answer = await Ask(Service.Nobody, "Units");
        await Error(answer, 401, "unauthorized");
        Assert.That(answer.Headers.WwwAuthenticate.Select(w => w.ToString()), Is.EqualTo(new[] { "Basic realm=\"Feedback\"" }));
        using var scope = await Ask(Service.Ingest, "Units");
        await Error(scope, 403, "forbidden_scope");
        using var elsewhere = await Service.Nobody.GetAsync("/v1/units");
        Assert.That(elsewhere.Headers.WwwAuthenticate.Select(w => w.Scheme), Is.EqualTo((string[])["Bearer", "Basic"]), "Elsewhere it is as it was.");
    }

    [Test]
    public async Task A_key_in_a_password_is_taken_and_a_wrong_one_is_not()
    {
        using var client = new HttpClient { BaseAddress = Service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("x:" + TestService.AdminKey)));
        await Ask(client, "Units").Body();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("x:nothing")));
        await Ask(client, "Units").Problem(401, "unauthorized");
    }

    /// <summary>The body of a refusal, which is a problem, has OData's error, and nothing of what was sent.</summary>
    private static async Task<JsonNode> Error(HttpResponseMessage answer, int status, string code)
    {
        var problem = await answer.Problem(status, code);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That(((string?)body["error"]!["code"], (string?)body["error"]!["message"]), Is.EqualTo((code, problem.Detail)));
        Assert.That(body["error"]!["details"]?.AsArray().Count, Is.Null.Or.GreaterThan(1));
        Assert.That(body.ToJsonString(), Does.Not.Contain(Secret));
        Assert.That(answer.Headers.GetValues("OData-Version"), Is.EqualTo(new[] { "4.0" }));
        return body;
    }

    private static string Escaped(string options) => string.Join('&', options.Split('&').Select(o => o.Split('=', 2) is [var name, var text] ? $"{name}={Text(text == "%20" ? " " : text)}" : o));
}
