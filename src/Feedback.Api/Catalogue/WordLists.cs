using System.Text.Json;
using Feedback.Api.Data;
using Feedback.Indicators.Text;

namespace Feedback.Api.Catalogue;

/// <summary>A topic as the organisation defines it.</summary>
public sealed record TopicDefinition
{
    public string? Code { get; init; }

    /// <summary>A text, or one a language; the code where there is none.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>By language (<c>en</c>, <c>de</c>; <c>*</c> for every one): words, <c>begin*</c>, <c>*end</c>, <c>*within*</c>, and phrases of these.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Terms { get; init; }
}

/// <summary>The lists of words that texts are read with, as they stood at one stamp. Immutable.</summary>
public sealed class WordLists
{
    /// <summary>Names in the store.</summary>
    public const string TopicsName = "topics", StaffNamesName = "staff-names";

    /// <summary>Editions of the analysis that one change of a list leaves room for.</summary>
    private const int Editions = 1_000;

    public static WordLists None { get; } = new();

    /// <summary>The topics in force.</summary>
    public IReadOnlyList<TopicDefinition> Topics { get; init; } = BuiltInTopics;

    /// <summary>Code to number of every topic that there ever was.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>();

    /// <summary>The names that are masked, encrypted; null where none were loaded.</summary>
    public string? StaffNames { get; init; }

    /// <summary>When they were loaded, Unix milliseconds.</summary>
    public long? StaffNamesChangedAt { get; init; }

    /// <summary>The analysis that texts are read with: rises with every change of a list, and with every edition of the program's part in it.</summary>
    public int Analysis { get; init; } = TextAnalyst.Edition;

    /// <summary>The topics that every organisation starts with.</summary>
    public static IReadOnlyList<TopicDefinition> BuiltInTopics { get; } = ReadBuiltIn();

    /// <summary>A topic's title, in English where there is one; its code without any.</summary>
    public string TitleOf(string code) => Topics.FirstOrDefault(t => t.Code == code)?.Title?.In(null) ?? code;

    internal static async Task<WordLists> Read(Session session)
    {
        var numbers = (await session.Rows<TopicRow>(Queries.ReadTopics)).ToDictionary(t => t.Code, t => t.Number, StringComparer.Ordinal);
        var rows = await session.Rows<ListRow>(Queries.ReadDictionaries);
        var (topics, names) = (rows.Find(r => r.Name == TopicsName), rows.Find(r => r.Name == StaffNamesName));
        return new WordLists
        {
            Topics = topics is null ? BuiltInTopics : Parse(topics.Content),
            Numbers = numbers,
            StaffNames = names?.Content,
            StaffNamesChangedAt = names?.ChangedAt,
            Analysis = rows.Select(r => r.Number).DefaultIfEmpty(0).Max() * Editions + TextAnalyst.Edition,
        };
    }

    /// <summary>Puts a list in the place of the one there is, in the session's transaction; with nothing, the one there is goes.</summary>
    /// <remarks>Raises the stamp first, which keeps everybody else from changing the catalogue until the transaction ends.</remarks>
    public static async Task Replace(Session session, string name, string? content, TimeProvider time)
    {
        await session.Run(Queries.RaiseStamp);
        var rows = await session.Rows<ListRow>(Queries.ReadDictionaries);
        var number = rows.Select(r => r.Number).DefaultIfEmpty(0).Max() + 1;
        await session.Run(Queries.RemoveDictionary, new { Name = name });
        await session.Run(Queries.InsertDictionary, new { Name = name, Number = number, Content = content ?? "", ChangedAt = time.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    /// <summary>Gives a number to every code that has none yet, in the session's transaction.</summary>
    public static async Task NumberTopics(Session session, IEnumerable<string> codes)
    {
        var known = (await session.Rows<TopicRow>(Queries.ReadTopics)).ToDictionary(t => t.Code, t => t.Number, StringComparer.Ordinal);
        List<string> missing = [.. codes.Where(c => !known.ContainsKey(c))];
        if (missing.Count == 0) return;
        await session.Run(Queries.RaiseStamp);
        var last = known.Values.DefaultIfEmpty(TopicValue.Commented).Max();
        foreach (var code in missing) await session.Run(Queries.InsertTopic, new { Number = ++last, Code = code });
    }

    /// <summary>Topics as they are stored.</summary>
    public static string ToText(IReadOnlyList<TopicDefinition> topics) => JsonSerializer.Serialize(topics, CatalogueJson.Options);

    private static IReadOnlyList<TopicDefinition> Parse(string content) => content.Length == 0 ? BuiltInTopics : JsonSerializer.Deserialize<TopicDefinition[]>(content, CatalogueJson.Options)!;

    private static TopicDefinition[] ReadBuiltIn()
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream("topics.json")!;
        return JsonSerializer.Deserialize<TopicFile>(stream, CatalogueJson.Options)!.Topics;
    }

    private sealed record TopicFile(TopicDefinition[] Topics);

    private sealed class TopicRow
    {
        public int Number { get; init; }
        public string Code { get; init; } = "";
    }

    private sealed class ListRow
    {
        public string Name { get; init; } = "";
        public int Number { get; init; }
        public string Content { get; init; } = "";
        public long ChangedAt { get; init; }
    }
}
