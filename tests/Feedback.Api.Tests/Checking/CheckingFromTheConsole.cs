using Feedback.Api.Tests.Audit;
using Feedback.Api.Tests.Topics;

namespace Feedback.Api.Tests.Checking;

/// <summary>What somebody at a console sees of a check.</summary>
public sealed class CheckingFromTheConsole(string engine) : ServiceFixture(engine)
{
    [Test]
    public async Task It_says_what_differs_mends_it_and_then_finds_nothing()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Mentions.Customers(12, "2026-03-10", "Good."));
        await Service.Folded();
        await Service.Stop();
        try
        {
            var clean = await FeedbackProcess.Run(Service.Store.Settings, "check");
            Assert.That((clean.ExitCode, clean.Errors), Is.EqualTo((0, "")));
            Assert.That(clean.Output, Does.Match("^12 responses and [0-9]+ counts were looked at: everything agrees.\n$"));
        }
        finally
        {
            await Service.Run();
        }
        await Service.Break("update tally set n = n + 1 where grain = 2 and variable in (select id from variable where kind = 'response')");
        var told = await FeedbackProcess.Run(Service.Store.Settings, "check");
        Assert.That((told.ExitCode, told.Errors), Is.EqualTo((1, "")));
        Assert.That(told.Output, Does.Match($"^counts of response of {survey} in 2026-03: 1 differ from those of the days\n12 responses and [0-9]+ counts were looked at: 0 differences mended, 1 left.\n$"));
        var lines = await Service.LedgerOf(async () =>
        {
            var mended = await FeedbackProcess.Run(Service.Store.Settings, "check", "--mend");
            Assert.That(mended.ExitCode, Is.Zero, mended.Output);
            Assert.That(mended.Output, Does.StartWith($"mended: counts of response of {survey} in 2026-03: 1 differ").And.EndsWith(": 1 differences mended, 0 left.\n"));
            Assert.That((await FeedbackProcess.Run(Service.Store.Settings, "check", "--mend")).Output, Does.EndWith(": everything agrees.\n"));
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"], (string?)l["detail"]!["target"]!["option"])), Is.EqualTo(new[] { ("feedback check", "done", "mend"), ("feedback check", "done", "mend") }));
    }

    [Test]
    public async Task Where_no_store_is_it_says_so_and_makes_none()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The server says it.");
        await using var nowhere = new TestStore(Service.Store.Engine);
        var result = await FeedbackProcess.Run(nowhere.Settings, "check");
        Assert.That(result, Is.EqualTo(new FeedbackProcess.Result(2, "", "There is no store here to check.\n")));
        Assert.That(Directory.Exists(nowhere.Folder), Is.False);
    }

    [Test]
    public async Task A_store_of_another_version_is_not_checked()
    {
        const string later = "9999_later.sql";
        await Service.Break($"insert into schema_migration (name, ran_at) values ('{later}', 1)");
        try
        {
            var result = await FeedbackProcess.Run(Service.Store.Settings, "check");
            Assert.That(result, Is.EqualTo(new FeedbackProcess.Result(2, "", "The store has a later schema than this version knows.\n")));
        }
        finally
        {
            await Service.Break($"delete from schema_migration where name = '{later}'");
        }
    }
}
