using System.Text.Json.Nodes;
using Feedback.Api.Audit;

namespace Feedback.Api.Tests.Audit;

/// <summary>More than 500 rows withheld on a day are told of once, whoever asked and whichever process answered.</summary>
public sealed class AlertingOnWithheldRows(string engine) : ServiceFixture(engine)
{
    private const int Values = 250;

    private string _query = "";

    /// <summary>A dimension of many values that hardly anybody has: as many rows withheld at each read.</summary>
    [SetUp]
    public async Task HaveSmallGroups()
    {
        Service.Clock.Advance(TimeSpan.FromDays(2));
        var survey = await Service.PulseOfEmployees(Values + 2);
        _query = $"trust?survey={survey}&by=channel";
    }

    [Test]
    public async Task The_501st_withheld_row_of_a_day_is_told_of_once()
    {
        await Search(2);
        Assert.That(await Alerts(), Is.Empty, "500 are nothing to tell of.");
        await Service.Indicator(_query.Replace("by=channel", "where=channel:c3", StringComparison.Ordinal));
        var alert = (await Alerts()).Single();
        Assert.That(((string?)alert["operation"], (string?)alert["status"], (int)alert["withheld"]!), Is.EqualTo(("alert", "raised", 501)));
        Assert.That(alert["key"], Is.Null);
        await Search(2);
        Assert.That(await Alerts(), Has.Count.EqualTo(1), "It was told.");
        Assert.That(Warnings(), Has.Count.EqualTo(1));
        Assert.That(Warnings().Single(), Does.Contain("501").And.Not.Contain("c3"));
    }

    [Test]
    public async Task All_processes_count_together_and_one_of_them_tells()
    {
        await Search(2);
        await Service.Restart();
        await Search(1);
        Assert.That(await Alerts(), Has.Count.EqualTo(1), "The rows of the process before count.");
        await Service.Restart();
        await Search(1);
        Assert.That(await Alerts(), Has.Count.EqualTo(1), "Another process has told.");
        Assert.That(Warnings(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Every_day_is_counted_by_itself()
    {
        await Search(2);
        Service.Clock.Advance(TimeSpan.FromDays(1));
        await Search(2);
        Assert.That(await Alerts(), Is.Empty);
        await Search(1);
        Assert.That(await Alerts(), Has.Count.EqualTo(1));
    }

    private async Task Search(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var rows = await Service.Rows(_query);
            Assert.That(rows.Count(r => r.Status() == "withheld"), Is.EqualTo(Values));
        }
    }

    private async Task<List<JsonNode>> Alerts() => [.. (await Service.Ledger($"?from={Today}")).Where(l => (string?)l["operation"] == LedgerLine.Alert)];

    private List<string> Warnings() => [.. Service.Log.Lines.Where(l => l.Contains($"withheld on {Today.Replace("-", "", StringComparison.Ordinal)}", StringComparison.Ordinal))];

    private string Today => DateOnly.FromDateTime(Service.Clock.Now.UtcDateTime).Day();
}
