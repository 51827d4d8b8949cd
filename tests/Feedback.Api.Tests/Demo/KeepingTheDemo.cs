using Feedback.Api.Data;
using Feedback.Api.Demo;

namespace Feedback.Api.Tests.Demo;

/// <summary>Which store the demo serves, makes again, or leaves alone.</summary>
public sealed class KeepingTheDemo
{
    private readonly TestClock _clock = new();
    private TestStore _store = null!;

    [SetUp]
    public void MakeFolder()
    {
        _store = new TestStore("sqlite");
        _clock.Now = TestClock.Start;
    }

    [TearDown]
    public async Task RemoveFolder() => await _store.DisposeAsync();

    [Test]
    public async Task A_complete_demo_is_served_as_it_is_with_the_same_keys()
    {
        var made = await Prepare(seed: 7);
        await Complete();
        _clock.Advance(TimeSpan.FromDays(3));
        var again = await Prepare();
        Assert.That(made.IsComplete, Is.False);
        Assert.That(again.IsComplete, Is.True);
        Assert.That(again.Keys, Is.EqualTo(made.Keys));
        Assert.That(again.Options.Seed, Is.EqualTo(7));
    }

    [Test]
    public async Task A_demo_that_was_stopped_half_way_is_made_again()
    {
        var made = await Prepare();
        var again = await Prepare();
        Assert.That(again.IsComplete, Is.False);
        Assert.That(again.Keys, Is.Not.EqualTo(made.Keys));
    }

    [Test]
    public async Task A_demo_of_another_seed_or_month_is_made_again()
    {
        await Prepare();
        await Complete();
        Assert.That((await Prepare(seed: 2)).IsComplete, Is.False);
        await Complete();
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.That((await Prepare()).IsComplete, Is.False);
    }

    [Test]
    public async Task A_store_that_is_no_demo_is_left_alone()
    {
        await using (var service = await TestService.Start("sqlite", new Dictionary<string, string?> { ["Feedback:DataDirectory"] = _store.Folder })) await service.Publish(Some.CustomerSurvey());
        var before = File.ReadAllBytes(File_);
        await Assert.ThatAsync(() => Prepare(), Throws.TypeOf<InvalidSettingException>());
        Assert.That(File.ReadAllBytes(File_), Is.EqualTo(before));
    }

    [Test]
    public async Task A_demo_that_is_being_loaded_is_not_deleted_under_its_process()
    {
        await Prepare();
        await using var other = Open();
        await using var session = await other.Read();
        await session.Row<long>(Queries.ReadStamp);
        await Assert.ThatAsync(() => Prepare(), Throws.TypeOf<InvalidSettingException>());
        Assert.That(File.Exists(File_), Is.True);
    }

    [Test]
    public Task A_store_beside_the_embedded_one_is_refused() =>
        Assert.ThatAsync(
            () => DemoStore.Prepare(new Settings { Database = new DatabaseSettings { ConnectionString = "Data Source=some.db" } }, null, _clock, CancellationToken.None),
            Throws.TypeOf<InvalidSettingException>());

    private string File_ => Path.Combine(_store.Folder, "feedback.db");

    private SqliteDatabase Open() => (SqliteDatabase)Own.OpenDatabase();

    private Settings Own => new() { DataDirectory = _store.Folder };

    private Task<(DemoKeys Keys, DemoOptions Options, bool IsComplete)> Prepare(int? seed = null) => DemoStore.Prepare(Own, seed, _clock, CancellationToken.None);

    private async Task Complete()
    {
        await using var database = Open();
        await using var session = await database.Write();
        await session.Run(Queries.InsertSetting, new { Name = DemoCatalogue.CompleteSetting, Value = "1" });
        await session.Commit();
    }
}
