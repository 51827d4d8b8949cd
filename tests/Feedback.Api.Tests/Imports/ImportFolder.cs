using System.Text.Json.Nodes;
using Dapper;
using Feedback.Api.Data;

namespace Feedback.Api.Tests.Imports;

/// <summary>A folder with a small survey, a map and a file, and a store of its own; tests change one thing and import.</summary>
internal sealed class ImportFolder : IAsyncDisposable
{
    private readonly TestStore _store = new("sqlite");

    public ImportFolder() => Directory.CreateDirectory(_store.Folder);

    /// <summary>The map; written when the import runs.</summary>
    public JsonObject Map { get; } = JsonNode.Parse(
        """
        {
          "survey": "small",
          "definition": {
            "audience": "customer", "title": "Small",
            "dimensions": [{ "name": "channel", "values": ["web", "desk"] }],
            "items": [
              { "code": "rating", "kind": "rating", "text": "How was it?", "low": 1, "high": 5 },
              { "code": "used", "kind": "choice", "multiple": true, "text": "What did you use?", "options": [{ "code": "wifi", "text": "Wi-Fi" }, { "code": "lounge", "text": "Lounge" }] },
              { "code": "why", "kind": "text", "text": "Why?" }
            ]
          },
          "file": { "path": "answers.csv" },
          "id": ["nr"],
          "empty": "skipped",
          "items": {
            "rating": { "column": "grade", "notShown": ["9"] },
            "used": { "column": "used", "separator": ";", "recode": { "1": "wifi", "2": "lounge" } },
            "why": { "column": "why" }
          },
          "dimensions": { "channel": { "column": "place", "recode": { "w": "web", "d": "desk" } } },
          "answeredAt": { "column": "when" }
        }
        """)!.AsObject();

    /// <summary>The rows; the header comes first.</summary>
    public string Csv { get; set; } =
        "nr,grade,used,why,place,when\n" +
        "a1,4,1;2,Fast and friendly.,w,2026-03-01\n" +
        "a2,9,1,,d,2026-03-02T10:15:00+01:00\n" +
        "a3,,,\"Two lines:\nno \"\"why\"\".\",,2026-03-03\n";

    public string Path(string name) => System.IO.Path.Combine(_store.Folder, name);

    public async Task<FeedbackProcess.Result> Import(params string[] more)
    {
        await File.WriteAllTextAsync(Path("map.json"), Map.ToJsonString());
        await File.WriteAllTextAsync(Path("answers.csv"), Csv);
        return await Run(["import", "--map", Path("map.json"), .. more]);
    }

    public Task<FeedbackProcess.Result> Run(params string[] arguments) =>
        FeedbackProcess.Run(new Dictionary<string, string?>(_store.Settings) { ["Feedback:AdminKey"] = TestService.AdminKey }, arguments);

    /// <summary>What the store has; nothing where none was made.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(string sql)
    {
        if (!File.Exists(Path("feedback.db"))) return [];
        await using var database = new SqliteDatabase($"Data Source={Path("feedback.db")}");
        await using var session = await database.Read();
        return [.. await session.Connection.QueryAsync<T>(sql, transaction: session.Transaction)];
    }

    /// <summary>Erases the response that was stored first.</summary>
    public async Task Erase()
    {
        await using var database = new SqliteDatabase($"Data Source={Path("feedback.db")}");
        await using var session = await database.Write();
        await session.Run(Queries.EraseResponse, new { Seq = 1 });
        await session.Commit();
    }

    /// <summary>Neither responses nor the survey.</summary>
    public async Task AssertNothingWasStored()
    {
        Assert.That(await Query<long>("select seq from response"), Is.Empty);
        Assert.That(await Query<string>("select survey_key from survey where survey_key = 'small'"), Is.Empty);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
