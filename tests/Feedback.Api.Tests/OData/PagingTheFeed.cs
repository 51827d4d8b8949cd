using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.OData;

/// <summary>Pages follow each other without a row twice or left out, whatever comes and goes between them.</summary>
public sealed class PagingTheFeed(string engine) : FeedFixture(engine)
{
    private const string Set = InventedRows.SetName;

    [TestCase("$top=1")]
    [TestCase("$top=9223372036854775807")]
    [TestCase("$format=csv")]
    public async Task As_many_rows_can_be_skipped_as_numbers_go_and_the_set_is_read_once(string option)
    {
        var before = Invented.Walks;
        using var answer = await Ask($"Invented?$orderby=text&$skip=9223372036854775807&{option}", "*/*");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), text);
        Assert.That(text, Does.Not.Contain("k'"));
        Assert.That(Invented.Walks - before, Is.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("$orderby=whole desc,text")]
    [TestCase("$filter=flag ne true&$orderby=instant")]
    public async Task Rows_that_stay_come_once_while_others_come_and_go(string options)
    {
        var before = Invented.Rows;
        try
        {
            var (kept, seen, random) = (before.ToList(), new List<string>(), new Random(3));
            for (var next = $"{Set}?{options.Replace(" ", "%20", StringComparison.Ordinal)}"; next is not null;)
            {
                var page = await Ask(next, "application/json", ("Prefer", "odata.maxpagesize=20")).Body();
                seen.AddRange(page["value"]!.AsArray().Select(r => (string)r!["key"]!));
                next = (string?)page["@odata.nextLink"];
                // The last row of the page goes too: its place does not need it.
                var gone = Invented.Rows.Where(r => r.Key == seen[^1] || random.Next(20) == 0).ToList();
                kept = [.. kept.Except(gone)];
                Invented.Rows = [.. Invented.Rows.Except(gone), .. InventedRows.Make(3).Select(r => r with { Key = $"new-{random.Next():X8}", Whole = random.Next(-4, 5) })];
            }
            Assert.That(seen, Is.Unique);
            var expected = (options.Contains("flag ne true") ? kept.Where(r => r.Flag != true) : kept).Select(r => r.Key);
            Assert.That(expected.Except(seen), Is.Empty, "Every row that was there all the time is on one page.");
        }
        finally
        {
            Invented.Rows = before;
        }
    }

    [Test]
    public async Task A_top_larger_than_a_page_goes_on_until_it_is_reached()
    {
        Assert.That(await Rows(Set + "?$top=45", ("Prefer", "odata.maxpagesize=20")), Has.Count.EqualTo(45));
        Assert.That(await Rows(Set + "?$top=40&$skip=5", ("Prefer", "odata.maxpagesize=20")), Has.Count.EqualTo(40));
        Assert.That((await Ask(Set + "?$top=20", "application/json", ("Prefer", "odata.maxpagesize=20")).Body())["@odata.nextLink"], Is.Null);
        var none = await Ask(Set + "?$top=0&$count=true").Body();
        Assert.That((none["value"]!.AsArray().Count, (int)none["@odata.count"]!, none["@odata.nextLink"]), Is.EqualTo((0, Invented.Rows.Count, (JsonNode?)null)));
    }

    [Test]
    public async Task The_link_is_as_the_caller_called_and_keeps_every_option()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}{Set}?$filter={Text("text ne 'a+b & c'")}&$select=key&$count=true&$format=json") { Headers = { Host = "reports.example.org:8443" } };
        request.Headers.Add("Prefer", "respond-async, maxpagesize=10; q=1");
        using var answer = await Service.Read.SendAsync(request);
        var page = await answer.Body();
        var next = new Uri((string)page["@odata.nextLink"]!);
        Assert.That(next.GetLeftPart(UriPartial.Path), Is.EqualTo("http://reports.example.org:8443/odata/" + Set));
        var options = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(next.Query);
        Assert.That(options.Keys, Is.EquivalentTo((string[])["$filter", "$select", "$count", "$format", "$skiptoken"]));
        Assert.That((string?)options["$filter"], Is.EqualTo("text ne 'a+b & c'"));
        Assert.That((string?)page["@odata.context"], Does.StartWith("http://reports.example.org:8443/odata/$metadata#"));
    }

    [TestCase("1000000", 20_000)]
    [TestCase("\"50\"", 50)]
    [TestCase("x", 5_000)]
    [TestCase("0", 5_000)]
    public async Task A_wish_is_honoured_up_to_a_limit_and_one_that_cannot_be_read_is_none(string wish, int size)
    {
        var before = Invented.Rows;
        try
        {
            Invented.Rows = [.. InventedRows.Make(20_001)];
            using var answer = await Ask(Set + "?$select=whole", "application/json;odata.metadata=none", ("Prefer", "odata.maxpagesize=" + wish));
            Assert.That((await answer.Body())["value"]!.AsArray(), Has.Count.EqualTo(size));
            Assert.That(answer.Headers.TryGetValues("Preference-Applied", out var applied), Is.EqualTo(size != 5_000));
            if (applied is not null) Assert.That(applied, Is.EqualTo(new[] { $"odata.maxpagesize={size}" }));
        }
        finally
        {
            Invented.Rows = before;
        }
    }

    [TestCase("Figures")]
    [TestCase("Removed")]
    [TestCase("ItemCounts")]
    public async Task A_place_that_was_made_up_is_refused(string set)
    {
        var page = await Ask(set, "application/json", ("Prefer", "odata.maxpagesize=5")).Body();
        var token = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri((string)page["@odata.nextLink"]!).Query)["$skiptoken"].ToString();
        var parts = JsonNode.Parse(Base64Url.DecodeFromChars(token))!.AsArray();
        var place = ((string)parts[3]!).Split('\u001f');
        await Refused("");
        await Refused("somewhere");
        await Refused(new string('\u001f', 7));
        foreach (var (part, text) in ((int, string)[])[(2, "9"), (2, "month"), (5, "20261301"), (5, ""), (7, "-1"), (7, "99999999999")])
            await Refused(string.Join('\u001f', place.Select((p, i) => i == part ? text : p)));
        await Ask($"{set}?$skiptoken={token}").Body();

        async Task Refused(string made)
        {
            parts[3] = made;
            await Ask($"{set}?$skiptoken={Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(parts.ToJsonString()))}").Problem(400, "invalid_parameter");
        }
    }

    [Test]
    public async Task A_link_that_names_another_script_is_short_enough_to_be_followed()
    {
        var before = Invented.Rows;
        try
        {
            Invented.Rows = [.. InventedRows.Make(3).Select((r, i) => r with { Text = new string('\u6e2c', 1_000) + i })];
            var page = await Ask(Set + "?$orderby=text", "application/json", ("Prefer", "odata.maxpagesize=1")).Body();
            Assert.That((string)page["@odata.nextLink"]!, Has.Length.LessThan(5_000));
            Assert.That(await Rows(Set + "?$orderby=text", ("Prefer", "odata.maxpagesize=1")), Has.Count.EqualTo(3));
        }
        finally
        {
            Invented.Rows = before;
        }
    }

    [TestCase("$filter=whole%20eq%201")]
    [TestCase("$orderby=key%20desc")]
    [TestCase("$select=key")]
    [TestCase("$top=100")]
    public async Task A_token_of_another_query_is_refused(string other)
    {
        var page = await Ask(Set, "application/json", ("Prefer", "odata.maxpagesize=5")).Body();
        var token = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri((string)page["@odata.nextLink"]!).Query)["$skiptoken"];
        await Ask($"{Set}?{other}&$skiptoken={token}").Problem(400, "invalid_parameter");
        await Ask($"Units?$skiptoken={token}").Problem(400, "invalid_parameter");
        await Ask($"{Set}?$skiptoken={token}").Body();
    }

    [TestCase("x")]
    [TestCase("W10")]
    [TestCase("eyJhIjoxfQ")]
    [TestCase("WzEsMiwzLDRd")]
    [TestCase("%F0%9F%92%A9")]
    public async Task What_is_no_token_is_refused(string token) => await Ask($"{Set}?$skiptoken={token}").Problem(400, "invalid_parameter");
}
