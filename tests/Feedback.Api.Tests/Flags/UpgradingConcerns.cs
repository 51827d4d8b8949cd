using Dapper;
using Feedback.Api.Data;

namespace Feedback.Api.Tests.Flags;

/// <summary>Concerns that an earlier version stored become flags.</summary>
public sealed class UpgradingConcerns(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task An_earlier_concern_is_shown_by_the_whole_with_the_week_of_its_day_and_its_receipt_leads_to_it()
    {
        await Service.PutTeams();
        Service.Clock.Now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
        var sunday = await Service.Raise("On a Sunday.", "desk");
        await Service.Raise("An idea.", "desk", kind: "idea");
        Service.NextWeek();
        await Service.Raise("On a Monday.", "south", "customer");
        var backfill = Migrator.Files(Service.Store.Engine).Single(f => f.Name == "0012_flags.sql").Text;
        await Service.InSession(async session =>
        {
            await session.Connection.ExecuteAsync("delete from flag", transaction: session.Transaction);
            await session.Connection.ExecuteAsync(backfill[backfill.IndexOf("insert into flag (", StringComparison.Ordinal)..], transaction: session.Transaction);
        });
        var flags = await (await Service.Champion()).Flags();
        Assert.That(flags.Select(f => ((string?)f["text"], (string?)f["week"], (string?)f["unit"])), Is.EquivalentTo(new (string?, string?, string?)[] { ("On a Sunday.", "2026-11-16", null), ("On a Monday.", "2026-11-23", null) }));
        Assert.That(flags.Select(f => (string?)f["key"]), Is.Unique.And.All.Match("^[0-9a-f]{32}$"));
        Assert.That((await Service.Reply(sunday, "Still so.")).Lines().Count(), Is.EqualTo(2));
    }
}
