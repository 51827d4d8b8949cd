using System.Text.Json;

namespace Feedback.Api.Features.Imports;

/// <summary>How the rows of a file become responses to a survey: one row, one response. docs/import.md describes every field.</summary>
public sealed record ImportMap
{
    private static readonly JsonSerializerOptions Options = new(Http.Json.Options) { RespectNullableAnnotations = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The survey that is answered.</summary>
    public string? Survey { get; init; }

    /// <summary>A definition to publish first: the object itself, or the path of its file, from the map's folder.</summary>
    public JsonElement? Definition { get; init; }

    public FileRule File { get; init; } = new();

    /// <summary>The columns that tell a row from every other; from them comes the same id at every import.</summary>
    public IReadOnlyList<string>? Id { get; init; }

    /// <summary>What an empty cell of an item means where the item's own codes do not say.</summary>
    public EmptyCell? Empty { get; init; }

    /// <summary>Item code to its column.</summary>
    public IReadOnlyDictionary<string, ItemRule>? Items { get; init; }

    /// <summary>Dimension (or <c>unit</c>) to its column.</summary>
    public IReadOnlyDictionary<string, ValueRule> Dimensions { get; init; } = new Dictionary<string, ValueRule>();

    public TimeRule? AnsweredAt { get; init; }

    /// <summary>Customers: a number from 0.01 to 100, rounded to 4 decimals.</summary>
    public WeightRule? Weight { get; init; }

    public ValueRule? Language { get; init; }

    /// <summary>Customers: a reference; stored only as a keyed hash.</summary>
    public ValueRule? Respondent { get; init; }

    public bool IsTest { get; init; }

    /// <summary>Reads a map.</summary>
    /// <exception cref="JsonException">It is not JSON of this form; the message says where.</exception>
    public static ImportMap Parse(string json) => JsonSerializer.Deserialize<ImportMap>(json, Options) ?? throw new JsonException("The map is null.");
}

/// <summary>The file, where the command does not name one.</summary>
public sealed record FileRule
{
    /// <summary>From the map's folder.</summary>
    public string? Path { get; init; }

    /// <summary>One character between cells.</summary>
    public string Delimiter { get; init; } = ",";
}

/// <summary>Shown and skipped, or not shown.</summary>
public enum EmptyCell { Skipped, NotShown }

/// <summary>An item's column.</summary>
public sealed record ItemRule
{
    public string? Column { get; init; }

    /// <summary>Codes that mean: shown, and not answered.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Codes that mean: not shown, not applicable.</summary>
    public IReadOnlyList<string> NotShown { get; init; } = [];

    /// <summary>Code to answer; with it no other code is taken.</summary>
    public IReadOnlyDictionary<string, string>? Recode { get; init; }

    /// <summary>Multiple choice: what stands between the options of one cell.</summary>
    public string? Separator { get; init; }
}

/// <summary>A column of values, or one value for all rows.</summary>
public sealed record ValueRule
{
    public string? Column { get; init; }

    /// <summary>The value of every row, instead of a column.</summary>
    public string? Value { get; init; }

    /// <summary>Codes that mean: no value. An empty cell always does.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Code to value; with it no other code is taken.</summary>
    public IReadOnlyDictionary<string, string>? Recode { get; init; }
}

/// <summary>When a row was answered, in the organisation's time zone; a day without a time is noon of that day.</summary>
public sealed record TimeRule
{
    public string? Column { get; init; }

    /// <summary>How the column is written, in .NET's custom format; without it a day (2026-11-21) or an instant (2026-11-21T10:15:00Z).</summary>
    public string? Format { get; init; }

    /// <summary>The month (2017-05) of a column that holds the day of the month alone.</summary>
    public string? Month { get; init; }

    /// <summary>The day of every row, instead of a column.</summary>
    public string? Day { get; init; }
}

/// <summary>A column of weights.</summary>
public sealed record WeightRule
{
    public string? Column { get; init; }
}
