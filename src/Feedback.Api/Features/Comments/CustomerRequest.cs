using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>Which comments of customers are asked for.</summary>
internal sealed record CustomerRequest
{
    /// <summary>What they can be asked by beside whose they are.</summary>
    public static readonly string[] Parameters = ["from", "to", "period", "where", "item", "kind", "language", "sentiment", "topic", "search", "includeTest"];

    public required IReadOnlyList<Survey> Surveys { get; init; }

    /// <summary>First day, and first day after; null is open.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The same, yyyymmdd.</summary>
    public int FirstDay => From is { } day ? Days.Number(day) : 0;

    public int PastDay => To is { } day ? Days.Number(day) : int.MaxValue;

    /// <summary>First and last month, yyyymm.</summary>
    public int First => FirstDay / 100;

    public int Last => To is { } day ? Days.Number(day.AddDays(-1)) / 100 : int.MaxValue;

    /// <summary>Dimension to the value it must have; of a unit its descendants count.</summary>
    public IReadOnlyList<(string Dimension, string Value)> Where { get; init; } = [];

    /// <summary>The ids of the text items asked for, or null for all.</summary>
    public IReadOnlyList<int>? Variables { get; init; }

    public string Kind { get; init; } = "";
    public string Language { get; init; } = "";
    public SentimentFilter Sentiment { get; init; } = SentimentFilter.None;
    public string Topic { get; init; } = "";

    /// <summary>All of them occur; none for no search.</summary>
    public IReadOnlyList<SearchTerm> Search { get; init; } = [];

    public bool IncludesTest { get; init; }

    /// <summary>The cohorts of a survey that are meant, as a JSON array; null for all of them, and an empty text for none.</summary>
    public string? CohortsOf(Survey survey, Cohorts cohorts, UnitTree units)
    {
        var filters = Where.Select(w => (w.Dimension, Allowed: w.Dimension == ResponseRules.Unit ? units.WithDescendants(w.Value) : new HashSet<string>(StringComparer.Ordinal) { w.Value })).ToArray();
        var all = cohorts.Of(survey.Id);
        int[] meant = [.. all.Where(c => (IncludesTest || !c.IsTest) && Array.TrueForAll(filters, f => c.Values.TryGetValue(f.Dimension, out var value) && f.Allowed.Contains(value))).Select(c => c.Id)];
        return meant.Length == 0 ? "" : meant.Length == all.Count ? null : JsonSerializer.Serialize(meant);
    }

    /// <summary>The items of a survey that are meant, as a JSON array; null for all.</summary>
    public string? VariablesJson => Variables is null ? null : JsonSerializer.Serialize(Variables);
}

/// <summary>Which scores are meant.</summary>
/// <param name="Mood">0 all, 1 those that are none, 2 those from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="Low">In whole 1e-4.</param>
/// <param name="High">In whole 1e-4.</param>
internal sealed record SentimentFilter(int Mood, int Low, int High)
{
    private const int Turn = 500, End = 10_000;

    public static readonly SentimentFilter None = new(0, 0, 0);

    /// <summary>By the label; null for another text.</summary>
    public static SentimentFilter? Of(string label) => label switch
    {
        "positive" => new(2, Turn, End),
        "negative" => new(2, -End, -Turn),
        "neutral" => new(2, 1 - Turn, Turn - 1),
        "unscored" => new(1, 0, 0),
        _ => null,
    };
}
