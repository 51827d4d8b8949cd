using Feedback.Api.Demo;
using Feedback.Api.Tests.Flags;

namespace Feedback.Api.Tests.Demo;

/// <summary>The demo's concerns, as its champion and their senders see them.</summary>
public sealed class RaisingConcernsOfTheDemo(string engine) : ServiceFixture(engine)
{
    private DemoKeys _keys = null!;

    [OneTimeSetUp]
    public async Task RaiseThem()
    {
        var options = new DemoOptions();
        await Service.InSession(async session => _keys = await DemoCatalogue.Write(session, options, new DateOnly(2026, 11, 21), Service.Clock));
        await new DemoOrganisation(Service.Services, options).RaiseConcerns(default);
    }

    [Test]
    public async Task The_champion_sees_some_that_wait_some_that_were_answered_and_one_that_is_closed()
    {
        var flags = await Service.Client(_keys.Champion).Flags();
        Assert.That(flags.Select(f => ((string?)f["unit"], (string?)f["week"], (string?)f["state"])), Is.EquivalentTo(new[]
        {
            ("retail-south", "2026-10-12", "waiting"), ("contact-centre", "2026-10-05", "answered"), ("lending", "2026-09-14", "closed"),
            ("retail-coast", "2026-10-26", "waiting"), ("digital", "2026-10-19", (string?)"answered"),
        }));
    }

    [Test]
    public async Task The_receipt_that_the_console_shows_leads_to_its_thread()
    {
        var guide = DemoGuide.Text(Service.Address.ToString(), _keys, []);
        Assert.That(guide, Does.Contain($"/thread   receipt {DemoConcerns.Receipt(1, 1)}"));
        var thread = await Service.Ingest.GetAsync(Raising.Thread(DemoConcerns.Receipt(1, 1))).Body();
        Assert.That(thread.Lines(), Has.Exactly(2).Items);
        Assert.That((string?)thread["status"], Is.EqualTo("answered"));
    }
}
