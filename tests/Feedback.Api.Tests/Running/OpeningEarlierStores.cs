using System.Text.Json.Nodes;
using Feedback.Api.Data;
using Feedback.Api.Tests.Checking;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Running;

/// <summary>
/// Stores that earlier versions made and filled through their own API, each as the last version before a migration left it, are brought to the present
/// schema with everything in them: answers, counts, figures, keys, codes, concerns and what was released. The first line of each says what it told then.
/// </summary>
public sealed class OpeningEarlierStores
{
    private static readonly string Folder = Repository.Path("tests", "Feedback.Api.Tests", "Running", "Stores");

    private static IEnumerable<string> Stores => Directory.EnumerateFiles(Folder, "*.sql").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Stores))]
    public async Task A_store_of_an_earlier_schema_keeps_everything(string name)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".sql"));
        var told = JsonNode.Parse(script[script.IndexOf('{')..script.IndexOf('\n')])!;
        var store = new TestStore("sqlite");
        Load(store, script);
        await using var service = await TestService.Start(store);
        Assert.That(await service.Column<string>("select name from schema_migration order by name"), Is.EqualTo(Migrator.Files(store.Engine).Select(f => f.Name)));
        Assert.That(await service.Number("select count(*) from response where erased = 0"), Is.EqualTo((long)told["responses"]!));
        Assert.That(await service.Number("select count(*) from comment"), Is.EqualTo((long)told["comments"]!));
        Assert.That(await service.Number("select count(*) from api_key where name = 'kept'"), Is.EqualTo(1));
        Assert.That(await service.Number("select count(*) from flag"), Is.EqualTo(2), "The concerns are flags.");
        Assert.That(await service.Number("select coalesce(sum(responses), 0) from expired_day"), Is.EqualTo((long?)told["expired"] ?? 0));
        var row = await service.Row("recommend?survey=airport");
        Assert.That(((int)row["n"]!, (double)row["estimate"]!), Is.EqualTo(((int)told["recommend"]!["n"]!, (double)told["recommend"]!["estimate"]!)));
        if (told["trust"] is { } trust)
        {
            var released = await service.Row("trust?survey=pulse&period=2026-04");
            Assert.That(released.Status(), Is.EqualTo("released"));
            Assert.That((double)released["estimate"]!, Is.EqualTo((double)trust["estimate"]!).Within(.05), "Estimates were not rounded before.");
        }
        await service.AssertClean();
        await AssertAnswered(service);
        await service.AssertClean();
    }

    /// <summary>A retry, one of what was erased and a new response are each treated as they were before.</summary>
    private static async Task AssertAnswered(TestService service)
    {
        var stored = await service.ResponsesStored("airport");
        var retry = JsonNode.Parse("""
            {"id": "0195a1b2-0000-7000-8000-000000000000", "answeredAt": "2026-03-10T10:00:00Z", "language": "en", "about": {},
             "answers": {"clean": 1, "nps": 0, "used": ["wifi"], "why": "The queue at the counter was long."}}
            """)!;
        Assert.That((string?)(await service.Submit("airport", retry).Body())["status"], Is.EqualTo("already_stored"));
        retry["id"] = "0195a1b2-0000-7000-8000-00000000000d";
        Assert.That((string?)(await service.Submit("airport", retry).Body())["status"], Is.EqualTo("erased"));
        retry["id"] = Guid.NewGuid().ToString();
        await service.Submit("airport", retry).Body(201);
        Assert.That((await service.ResponsesStored("airport"), await service.ResponsesCounted("airport")), Is.EqualTo((stored + 1, stored + 1)));
        Assert.That((await service.Ingest.DeleteAsync("/v1/responses/0195a1b2-0000-7000-8000-000000000001")).IsSuccessStatusCode);
        Assert.That(await service.ResponsesCounted("airport"), Is.EqualTo(stored));
    }

    private static void Load(TestStore store, string script)
    {
        Directory.CreateDirectory(store.Folder);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Folder, "feedback.db")};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (script, transaction);
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
