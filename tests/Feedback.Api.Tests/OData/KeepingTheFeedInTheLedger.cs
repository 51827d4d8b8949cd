using Feedback.Api.Catalogue;
using Feedback.Api.Tests.Audit;
using Feedback.Indicators;

namespace Feedback.Api.Tests.OData;

/// <summary>Reads of sets that can hold employees' figures are lines of the ledger, whatever their form and however long they are.</summary>
public sealed class KeepingTheFeedInTheLedger(string engine) : FeedFixture(engine)
{
    private const string Set = InventedRows.SetName;

    [OneTimeSetUp]
    public void HoldEmployees() => Invented.HoldsEmployees = true;

    [Test]
    public async Task A_page_is_a_line_with_what_was_released_and_withheld_on_it()
    {
        var line = (await Service.LedgerOf(() => Ask($"{Set}?$filter={Text("whole ge 0")}&$top=50&$format=json").Body())).Single();
        var page = Invented.Rows.Where(r => r.Whole >= 0).Take(50).ToList();
        Assert.That(((string?)line["operation"], (string?)line["status"], (int)line["released"]!, (int)line["withheld"]!),
            Is.EqualTo(("ReadFeedSet", "answered", page.Count(r => r.Flag == false), page.Count(r => r.Flag == true))));
        Assert.That(line["filter"]!.ToJsonString(), Is.EqualTo("""{"$filter":["whole ge 0"],"$top":["50"],"set":["Invented"]}"""));
    }

    [Test]
    public async Task An_export_is_a_line_a_part()
    {
        var before = Invented.Rows;
        try
        {
            Invented.Rows = [.. InventedRows.Make(12_000)];
            var lines = await Service.LedgerOf(async () => await (await Ask(Set, "text/csv")).Content.ReadAsStringAsync());
            Assert.That(Invented.Rows.Count(r => r.Flag == true), Is.GreaterThan(500));
            Assert.That(lines.Select(l => (string?)l["operation"]), Is.EqualTo(Enumerable.Repeat("ReadFeedSet", 3)), "A refresh raises no alert.");
            Assert.That(lines.Sum(l => (int)l["withheld"]!), Is.EqualTo(Invented.Rows.Count(r => r.Flag == true)));
            Assert.That(lines.Sum(l => (int)l["released"]!), Is.EqualTo(Invented.Rows.Count(r => r.Flag == false)));
        }
        finally
        {
            Invented.Rows = before;
        }
    }

    [TestCase("$count?$filter=whole ge 0", "CountFeedSet")]
    [TestCase("?$count=true&$top=0&$filter=whole ge 0", "ReadFeedSet")]
    [TestCase("?$count=true&$top=3&$orderby=text&$filter=whole ge 0", "ReadFeedSet")]
    public async Task Rows_that_are_counted_are_on_the_line_as_those_of_a_page_are(string path, string operation)
    {
        var line = (await Service.LedgerOf(() => Ask(Set + (path[0] == '$' ? "/" : "") + path, "*/*"))).Single();
        var rows = Invented.Rows.Where(r => r.Whole >= 0).ToList();
        Assert.That(((string?)line["operation"], (int)line["released"]!, (int)line["withheld"]!), Is.EqualTo((operation, rows.Count(r => r.Flag == false), rows.Count(r => r.Flag == true))));
    }

    [TestCase(Set)]
    [TestCase(Set + "/$count")]
    [TestCase(Set + "('k''000003')")]
    [TestCase(Set + "/")]
    [TestCase("Feed." + Set)]
    [TestCase("Feed." + Set + "/$count")]
    [TestCase("Feedback.Feed." + Set)]
    [TestCase("Feedback.Feed." + Set + "/$count")]
    [TestCase("Feedback.Feed." + Set + "('k''000003')")]
    [TestCase("Feedback.Feed." + Set + "('k''000003')/Feedback.InventedRow")]
    [TestCase(Set + "/Feedback.InventedRow")]
    [TestCase("%49nvented")]
    [TestCase("Feedback.%46eed.Invented")]
    [TestCase("invented")]
    [TestCase(Set + "%20")]
    [TestCase(Set + "()")]
    [TestCase(Set + "(key='k''000003')")]
    public async Task Whatever_address_answers_with_employees_rows_leaves_a_line(string path)
    {
        var status = 0;
        var lines = await Service.LedgerOf(async () => status = (int)(await Ask(path, "*/*")).StatusCode);
        if (status == 200) Assert.That(lines.Select(l => (string?)l["status"]), Is.EqualTo((string[])["answered"]));
        else Assert.That(status, Is.AnyOf(400, 404, 501));
        if (path.StartsWith("Feed", StringComparison.Ordinal)) Assert.That(status, Is.Not.EqualTo(200), "Only the plain names are addresses.");
    }

    [Test]
    public async Task Counts_single_rows_what_is_known_already_and_refusals_are_lines_too()
    {
        var tag = (await Ask(Set)).Headers.ETag!.ToString();
        var lines = await Service.LedgerOf(async () =>
        {
            await Ask(Set + "/$count", "*/*");
            await Ask($"{Set}('{Text("k''000003")}')").Body();
            Assert.That((int)(await Ask(Set, "application/json", ("If-None-Match", tag))).StatusCode, Is.EqualTo(304));
            await Ask($"{Set}?$filter={Text("name eq 'Anna-Meier'")}").Problem(400, "invalid_parameter");
            await Ask($"{Set}?$filter={Text("contains(text,'Anna-Meier')")}").Problem(501, "not_supported");
        });
        Assert.That(lines.Select(l => (string?)l["status"]), Is.EqualTo((string[])["refused", "refused", "answered", "answered", "answered"]));
        Assert.That(lines[0]["detail"]!.ToJsonString(), Is.EqualTo("""{"code":"not_supported","parameters":["$filter"]}"""));
        Assert.That(lines[1]["detail"]!.ToJsonString(), Is.EqualTo("""{"code":"invalid_parameter","parameters":["$filter"]}"""));
        Assert.That(lines.Select(l => l.ToJsonString()), Has.None.Contains("Anna"));
    }

    [Test]
    public async Task Sets_without_figures_and_keys_of_customers_are_no_concern_of_it()
    {
        var customer = Service.Client(await Service.MakeKey(KeyScope.Read, Audience.Customer));
        Assert.That(await Service.LedgerOf(async () =>
        {
            await Ask(customer, Set).Body();
            await Ask("Items").Body();
            await Ask("Items?$filter=x").Problem(400, "invalid_parameter");
            await Ask("").Body();
            await Ask(Service.Nobody, Set).Problem(401, "unauthorized");
        }), Is.Empty);
    }
}
