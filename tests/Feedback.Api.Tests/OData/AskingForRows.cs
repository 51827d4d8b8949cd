using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Api.Tests.OData;

/// <summary>Every option, alone and together, answers what the whole set answers when it is filtered, ordered and cut here.</summary>
public sealed class AskingForRows(string engine) : FeedFixture(engine)
{
    private const string Set = InventedRows.SetName;

    [Test]
    public async Task Any_query_is_answered_as_from_all_rows()
    {
        var all = await Rows(Set);
        Prop.ForAll(AnyQueries.Query(), query => Check(all, query).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true));
    }

    [Test]
    public async Task A_row_says_which_it_is_where_its_key_is_not_selected()
    {
        var row = (await Rows(Set + "?$select=whole,text&$top=1")).Single();
        Assert.That(row.AsObject().Select(p => p.Key), Is.EqualTo((string[])["@odata.id", "text", "whole"]));
        var again = await Ask((string)row["@odata.id"]!).Body();
        Assert.That((string?)again["key"], Is.EqualTo("k'000000"));
        Assert.That((string?)again["@odata.context"], Does.EndWith("/odata/$metadata#Invented/$entity"));
        Assert.That((await Ask($"{Set}?$select=whole&$top=1", "application/json;odata.metadata=none").Body()).ToJsonString(), Does.Not.Contain("@odata"));
    }

    [Test]
    public async Task A_row_is_read_by_its_key_and_is_404_where_there_is_none()
    {
        Assert.That((string?)(await Ask("Units('emea-sales')?$select=path").Body())["path"], Is.EqualTo("emea/emea-sales"));
        await Ask("Units('nowhere')").Problem(404, "not_found");
        await Ask("Units(key='emea')").Body();
        await Ask("Units(1)").Problem(400, "invalid_request");
        await Ask("Units('emea'").Problem(400, "invalid_request");
        await Ask("Units()").Body();
    }

    [Test]
    public async Task The_context_lists_the_columns_that_were_selected()
    {
        var page = await Ask(Set + "?$select=day,key&$top=1").Body();
        Assert.That((string?)page["@odata.context"], Does.EndWith("/odata/$metadata#Invented(key,day)"));
        Assert.That((string?)(await Ask(Set + "?$select=*&$top=1").Body())["@odata.context"], Does.EndWith("/odata/$metadata#Invented"));
    }

    [Test]
    public async Task Whole_numbers_are_texts_for_readers_that_know_doubles_only()
    {
        using var answer = await Ask(Set + "?$filter=whole%20eq%203&$top=1", "application/json;IEEE754Compatible=true");
        Assert.That((string?)(await answer.Body())["value"]![0]!["whole"], Is.EqualTo("3"));
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Does.Contain("IEEE754Compatible=true"));
    }

    [Test]
    public async Task Numbers_that_are_not_exact_as_singles_are_compared_as_doubles()
    {
        var rows = await Rows($"{Set}?$filter={Text("number eq 0.1 or number eq -2.7 or whole lt 2.1 and whole gt 1.9")}");
        Assert.That(rows, Is.Not.Empty);
        Assert.That(rows.Select(r => (double?)r["number"] is 0.1 or -2.7 || (int?)r["whole"] == 2), Is.All.True);
        Assert.That(rows.Select(r => (double?)r["number"]), Has.Member(0.1).And.Member(-2.7));
    }

    [Test]
    public async Task A_count_alone_is_plain_text()
    {
        using var answer = await Ask($"{Set}/$count?$filter={Text("whole eq null")}", "*/*");
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/plain"));
        Assert.That(int.Parse(await answer.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture), Is.EqualTo(Invented.Rows.Count(r => r.Whole is null)));
    }

    private async Task Check(List<JsonNode> all, AnyQuery query)
    {
        var keys = new List<string>();
        var expected = query.Keys(all).ToList();
        for (var next = $"{Set}?{query.Options}"; next is not null;)
        {
            var page = await Ask(next, "application/json", ("Prefer", $"odata.maxpagesize={query.PageSize}")).Body();
            Assert.That((int)page["@odata.count"]!, Is.EqualTo(query.Count(all)), query.ToString());
            var rows = page["value"]!.AsArray();
            next = (string?)page["@odata.nextLink"];
            if (next is not null) Assert.That(rows, Has.Count.EqualTo(query.PageSize), query.ToString());
            foreach (var row in rows)
            {
                var key = (string?)row!["key"] ?? KeyOf((string)row["@odata.id"]!);
                keys.Add(key);
                if (query.Select.Count > 0)
                    Assert.That(row.AsObject().Select(p => p.Key).Where(p => p[0] != '@'), Is.EquivalentTo(query.Select), query.ToString());
                var whole = all.First(r => (string?)r["key"] == key).AsObject();
                Assert.That(row.AsObject().Where(p => p.Key[0] != '@').All(p => JsonNode.DeepEquals(p.Value, whole[p.Key])), query.ToString());
            }
        }
        Assert.That(keys, Is.EqualTo(expected), query.ToString());
    }

    private static string KeyOf(string id) => Uri.UnescapeDataString(id)[(Set.Length + 2)..^2].Replace("''", "'", StringComparison.Ordinal);
}
