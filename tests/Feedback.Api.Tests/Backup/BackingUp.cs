using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Feedback.Api.Tests.Audit;
using Feedback.Api.Tests.Checking;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Backup;

/// <summary>A backup is made while answers come, and restored where no store is: everything acknowledged before it began is there once, and nothing that was erased comes back.</summary>
public sealed class BackingUp(string engine) : ServiceFixture(engine)
{
    private const string Done = " is restored as of ";

    private string _folder = "", _survey = "";
    private int _made;

    [OneTimeSetUp]
    public async Task Publish()
    {
        if (Service.Store.Engine != "sqlite") Assert.Ignore("A server makes its own backups.");
        _folder = Directory.CreateTempSubdirectory("feedback_backup_").FullName;
        _survey = await Service.Publish(Some.CustomerSurvey());
        var employees = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(employees, Enumerable.Range(0, 12).Select(_ => Some.EmployeeResponse()));
    }

    [OneTimeTearDown]
    public void Remove()
    {
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Everything_acknowledged_before_a_backup_began_is_in_it_once()
    {
        var acknowledged = new ConcurrentQueue<JsonObject>();
        using var done = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var response = Some.Response();
                if ((await Service.Submit(_survey, response)).StatusCode == HttpStatusCode.Created) acknowledged.Enqueue(response);
            }
        })).ToList();
        while (acknowledged.Count < 20) await Task.Delay(10);
        var before = acknowledged.ToList();
        var path = NewPath();
        AssertDone(await Feedback(Service.Store, "backup", "--output", path));
        await done.CancelAsync();
        await Task.WhenAll(senders);
        await using var restored = new TestStore(Service.Store.Engine);
        var result = await Feedback(restored, "restore", path);
        AssertDone(result);
        Assert.That(result.Output, Does.Contain("everything agrees").And.Contain(Done));
        await using var service = await TestService.Start(restored);
        var stored = await service.ResponsesStored(_survey);
        Assert.That(stored, Is.InRange(before.Count, acknowledged.Count));
        foreach (var response in before) Assert.That((string?)(await service.Submit(_survey, response).Body())["status"], Is.EqualTo("already_stored"));
        Assert.That(await service.ResponsesStored(_survey), Is.EqualTo(stored));
        Assert.That(await service.ResponsesCounted(_survey), Is.EqualTo(stored));
        await service.AssertClean();
    }

    [Test]
    public async Task The_ledgers_tell_of_backups_and_of_what_was_restored()
    {
        var path = NewPath();
        var lines = await Service.LedgerOf(async () =>
        {
            AssertDone(await Feedback(Service.Store, "backup", "--output", path));
            AssertDone(await Feedback(Service.Store, "backup", "--erased-only", "--output", NewPath()));
        });
        Assert.That(lines.Select(l => ((string?)l["operation"], (string?)l["status"], (string?)l["detail"]!["target"]!["option"])),
            Is.EqualTo(new[] { ("feedback backup", "done", "erased-only"), ("feedback backup", "done", "whole") }));
        await using var restored = new TestStore(Service.Store.Engine);
        AssertDone(await Feedback(restored, "restore", path));
        await using var service = await TestService.Start(restored);
        var there = (await service.Ledger()).Where(l => ((string)l["operation"]!).StartsWith("feedback ", StringComparison.Ordinal)).Take(2).ToList();
        Assert.That(there.Select(l => (string?)l["operation"]), Is.EqualTo(new[] { "feedback restore", "feedback backup" }), "The copy has the line of its own making.");
        var madeAt = (DateTimeOffset)JsonNode.Parse(await File.ReadAllTextAsync(path + ".json"))!["madeAt"]!;
        Assert.That((DateTimeOffset)there[0]["detail"]!["target"]!["madeAt"]!, Is.EqualTo(madeAt).Within(TimeSpan.FromSeconds(1)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_was_erased_after_the_backup_is_erased_again(bool isList)
    {
        var (kept, erased) = (Some.Response(), Some.Response());
        await Service.Store(_survey, [kept, erased]);
        var path = NewPath();
        AssertDone(await Feedback(Service.Store, "backup", "--output", path));
        await Service.Ingest.DeleteAsync($"/v1/responses/{erased["id"]}");
        var since = Path.Combine(Service.Store.Folder, "feedback.db");
        if (isList) AssertDone(await Feedback(Service.Store, "backup", "--erased-only", "--output", since = NewPath()));
        await using var restored = new TestStore(Service.Store.Engine);
        var result = await Feedback(restored, "restore", path, "--erased-since", since);
        AssertDone(result);
        Assert.That(result.Output, Does.Contain("1 responses that were erased after the backup was made were erased again."));
        await using var service = await TestService.Start(restored);
        Assert.That((string?)(await service.Submit(_survey, kept).Body())["status"], Is.EqualTo("already_stored"));
        Assert.That((int)(await service.Submit(_survey, erased)).StatusCode, Is.EqualTo((int)(await Service.Submit(_survey, erased)).StatusCode), "The retry is answered as in the live store.");
        Assert.That(await service.Number("select count(*) from response where erased = 1"), Is.EqualTo(await Service.Number("select count(*) from response where erased = 1")));
        await service.AssertClean();
    }

    [Test]
    public async Task Only_its_owner_may_read_it_and_nothing_else_is_left_beside()
    {
        var path = NewPath();
        AssertDone(await Feedback(Service.Store, "backup", "--output", path));
        var files = Directory.GetFiles(_folder, Path.GetFileName(path) + "*").Order().ToList();
        Assert.That(files, Is.EqualTo(new[] { path, path + ".erased", path + ".json" }));
        if (!OperatingSystem.IsWindows())
            foreach (var file in files) Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path + ".json"))!;
        Assert.That((string?)manifest["secret"], Is.EqualTo("store"));
        Assert.That((long)manifest["rows"]!["responses"]!, Is.EqualTo(await Service.Number("select count(*) from response where erased = 0")));
    }

    [Test]
    public async Task What_is_wrong_is_said_and_nothing_is_overwritten()
    {
        var path = NewPath();
        await File.WriteAllTextAsync(path, "mine");
        await AssertRefused(Service.Store, 2, "There is something at .*; it is left as it is.", "backup", "--output", path);
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("mine"));
        await AssertRefused(Service.Store, 2, "There is no folder .*none.", "backup", "--output", Path.Combine(Path.GetDirectoryName(path)!, "none", "feedback.db"));
        AssertDone(await Feedback(Service.Store, "backup", "--output", path = NewPath()));
        await AssertRefused(Service.Store, 1, "There is a store at .*It is left as it is.*", "restore", path);
        await using var nowhere = new TestStore(Service.Store.Engine);
        await AssertRefused(nowhere, 2, "There is no store here to back up.", "backup", "--output", NewPath());
        await AssertRefused(nowhere, 1, "There is no .*: the backup was not finished, or its manifest was not kept.", "restore", await Changed(path, path + "1", manifest: null));
        await AssertRefused(nowhere, 1, ".* is not the file that its manifest was made of: it was changed, or cut.", "restore", await Changed(path, path + "2", (file, _) => file[5000] ^= 1));
        await AssertRefused(nowhere, 1, "The backup does not hold as much as its manifest says.", "restore", await Changed(path, path + "3", (_, manifest) => manifest["rows"]!["texts"] = 7));
        await AssertRefused(nowhere, 1, @"The backup was made by a later version \(9.9.9, schema 9999_later\) than this one\.", "restore", await OfLaterVersion(path));
        await AssertRefused(nowhere, 1, ".* is neither a store nor a list of erased ids.", "restore", path, "--erased-since", path + ".json");
        Assert.That(Directory.Exists(nowhere.Folder) ? Directory.GetFiles(nowhere.Folder) : [], Is.Empty);
    }

    private string NewPath() => Path.Combine(_folder, $"backup-{++_made}.db");

    private static Task<FeedbackProcess.Result> Feedback(TestStore store, params string[] arguments) => FeedbackProcess.Run(store.Settings, arguments);

    private static void AssertDone(FeedbackProcess.Result result) => Assert.That((result.ExitCode, result.Errors), Is.EqualTo((0, "")), result.Output);

    private static async Task AssertRefused(TestStore store, int exitCode, string message, params string[] arguments)
    {
        var result = await Feedback(store, arguments);
        Assert.That(result.Errors, Does.Match($"^{message}\n$"));
        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
    }

    /// <summary>A backup as a version would make it that has a migration more.</summary>
    private static async Task<string> OfLaterVersion(string path)
    {
        var later = path + ".later";
        File.Copy(path, later);
        await using (var connection = new SqliteConnection($"Data Source={later};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "insert into schema_migration (name, ran_at) values ('9999_later.sql', 1)";
            await command.ExecuteNonQueryAsync();
        }
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path + ".json"))!;
        var file = await File.ReadAllBytesAsync(later);
        (manifest["version"], manifest["schema"]) = ("9.9.9", "9999_later");
        (manifest["bytes"], manifest["sha256"]) = (file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        await File.WriteAllTextAsync(later + ".json", manifest.ToJsonString());
        return later;
    }

    /// <summary>A copy of a backup of which something is another.</summary>
    private static async Task<string> Changed(string path, string copy, Action<byte[], JsonNode>? manifest)
    {
        var (file, about) = (await File.ReadAllBytesAsync(path), JsonNode.Parse(await File.ReadAllTextAsync(path + ".json"))!);
        manifest?.Invoke(file, about);
        await File.WriteAllBytesAsync(copy, file);
        if (manifest is not null) await File.WriteAllTextAsync(copy + ".json", about.ToJsonString());
        return copy;
    }
}
