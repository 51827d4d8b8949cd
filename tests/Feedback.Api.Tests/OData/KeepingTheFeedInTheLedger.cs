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
            // So many withheld rows are told of by a line of their own.
            lines = [.. lines.Where(l => (string?)l["operation"] == "ReadFeedSet")];
            Assert.That(lines, Has.Count.EqualTo(3));
            Assert.That(lines.Sum(l => (int)l["withheld"]!), Is.EqualTo(Invented.Rows.Count(r => r.Flag == true)));
            Assert.That(lines.Sum(l => (int)l["released"]!), Is.EqualTo(Invented.Rows.Count(r => r.Flag == false)));
        }
        finally
        {
            Invented.Rows = before;
        }
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
        });
        Assert.That(lines.Select(l => (string?)l["status"]), Is.EqualTo((string[])["refused", "answered", "answered", "answered"]));
        Assert.That(lines[0]["detail"]!.ToJsonString(), Is.EqualTo("""{"code":"invalid_parameter","parameters":["$filter"]}"""));
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
