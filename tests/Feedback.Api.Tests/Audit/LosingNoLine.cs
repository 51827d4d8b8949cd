using Feedback.Api.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Audit;

/// <summary>A store that takes no work: reads are answered, lines wait until it does, and what cannot wait is told as lost.</summary>
public sealed class LosingNoLine(string engine) : ServiceFixture(engine)
{
    private const int Capacity = 6;

    private string _survey = "";

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new Ledger(Capacity));

    [SetUp]
    public async Task HaveEmployees()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("The lock of the one writer is SQLite's.");
        _survey = await Service.PulseOfEmployees();
        await Service.Ledger();
    }

    [Test]
    public async Task Reads_go_on_while_their_lines_wait()
    {
        var before = await Service.Number("select count(*) from ledger");
        await using (await Lock())
        {
            for (var i = 0; i < Capacity; i++) await Service.Indicator($"trust?survey={_survey}");
            Assert.That(await Service.Ledger(), Has.Count.EqualTo(before), "The ledger is read as it stands.");
        }
        Assert.That(await Service.Ledger(), Has.Count.EqualTo(before + Capacity));
        Assert.That((await Service.Ledger($"?limit={Capacity}")).Select(l => (string?)l["status"]), Is.All.EqualTo("answered"));
    }

    [Test]
    public async Task Lines_that_are_lost_are_told_in_the_ledger_and_in_the_log()
    {
        const int reads = Capacity * 4;
        await using (await Lock())
        {
            // The writer takes the first and is stuck with it.
            await Service.Indicator($"trust?survey={_survey}");
            await Task.Delay(1_500);
            var answers = await Task.WhenAll(Enumerable.Range(0, reads - 1).Select(_ => Service.Rows($"trust?survey={_survey}&where=channel:c1")));
            Assert.That(answers.Select(a => a.Single().Status()), Is.All.EqualTo("released"));
        }
        List<(string Status, long Lines)> lines = [];
        for (var i = 0; i < 600 && lines.Sum(l => l.Lines) < reads; i++)
        {
            await Task.Delay(100);
            lines = [.. (await Service.Ledger($"?limit={reads}")).Where(l => (string?)l["status"] == "lost" || (string?)l["filter"]?["survey"]?[0] == _survey)
                .Select(l => ((string)l["status"]!, (long?)l["detail"]?["lines"] ?? 1))];
        }
        Assert.That(lines.Sum(l => l.Lines), Is.EqualTo(reads), "Every read is a line, or one of those that are told as lost.");
        Assert.That(lines.Count(l => l.Status == "answered"), Is.GreaterThanOrEqualTo(Capacity));
        Assert.That(lines.Where(l => l.Status == "lost"), Is.Not.Empty);
        Assert.That(Service.Log.Errors, Has.Some.Contains("lines of the ledger were lost"));
    }

    /// <summary>Takes the write lock as another process would.</summary>
    private async Task<SqliteTransaction> Lock()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Service.Store.Folder, "feedback.db")};Pooling=False");
        await connection.OpenAsync();
        return connection.BeginTransaction(deferred: false);
    }
}
