using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Api.Features.Imports;

/// <summary>How the rows of a file become responses to a survey: one row, one response. docs/import.md describes every field.</summary>
public sealed record ImportMap
{
    private static readonly JsonSerializerOptions Options = new(Http.Json.Options)
    {
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The survey that is answered.</summary>
    public string? Survey { get; init; }

    /// <summary>A definition to publish first: the object itself, or the path of its file, from the map's folder.</summary>
    public JsonElement? Definition { get; init; }

    public FileRule File { get; init; } = new();

    /// <summary>The columns that tell a row from every other; from them comes the same id at every import.</summary>
    public IReadOnlyList<string>? Id { get; init; }

    /// <summary>How a row gets its id.</summary>
    public IdSource? IdFrom { get; init; }

    /// <summary>What an empty cell of an item means where the item's own codes do not say.</summary>
    public EmptyCell? Empty { get; init; }

    /// <summary>Item code to its column.</summary>
    public IReadOnlyDictionary<string, ItemRule>? Items { get; init; }

    /// <summary>A column that lists the codes of items that were shown and skipped, with semicolons between them.</summary>
    public string? SkippedItems { get; init; }

    /// <summary>Dimension (or <c>unit</c>) to its column.</summary>
    public IReadOnlyDictionary<string, ValueRule> Dimensions { get; init; } = new Dictionary<string, ValueRule>();

    public TimeRule? AnsweredAt { get; init; }

    /// <summary>Customers: a number from 0.01 to 100, rounded to 4 decimals.</summary>
    public ColumnRule? Weight { get; init; }

    public ValueRule? Language { get; init; }

    /// <summary>Customers: a reference; stored only as a keyed hash.</summary>
    public ValueRule? Respondent { get; init; }

    /// <summary>The number of the survey's version that was answered; an empty cell is the present one.</summary>
    public ColumnRule? Version { get; init; }

    /// <summary>The day of the invitation.</summary>
    public ColumnRule? InvitedOn { get; init; }

    /// <summary>The invitation code.</summary>
    public ColumnRule? Code { get; init; }

    /// <summary>Every row is a test.</summary>
    public bool IsTest { get; init; }

    /// <summary>A row whose column holds one of these codes is a test.</summary>
    public CodesRule? Test { get; init; }

    /// <summary>A row whose column holds one of these codes is not stored, and not refused: it was not finished, or is spam. An empty cell is the code "".</summary>
    public IReadOnlyList<CodesRule>? LeaveOut { get; init; }

    /// <summary>Whose ids these are, so that the same number of two products is not one; null for plain CSV.</summary>
    internal string? IdSpace { get; init; }

    /// <summary>The name of the file among those that may hold equal rows; a part of ids that are made from cells.</summary>
    internal string? Part { get; init; }

    /// <summary>The places of the cells that such ids are made from.</summary>
    internal IReadOnlyList<int> IdCells { get; init; } = [];

    /// <summary>Reads a map.</summary>
    /// <exception cref="JsonException">It is not JSON of this form; the message says where.</exception>
    public static ImportMap Parse(string json) => JsonSerializer.Deserialize<ImportMap>(json, Options) ?? throw new JsonException("The map is null.");

    /// <summary>The map as it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

/// <summary>The file, where the command does not name one.</summary>
public sealed record FileRule
{
    /// <summary>From the map's folder.</summary>
    public string? Path { get; init; }

    /// <summary>One character between cells.</summary>
    public string? Delimiter { get; init; }
}

/// <summary>Shown and skipped, or not shown.</summary>
public enum EmptyCell { Skipped, NotShown }

/// <summary>How a row gets its id, the same at every import.</summary>
public enum IdSource
{
    /// <summary>A keyed hash of the columns.</summary>
    Hash,

    /// <summary>The column itself where it is a UUID, else a keyed hash of it.</summary>
    Uuid,

    /// <summary>A keyed hash of the row's cells as the file has them, and its number among equal rows.</summary>
    Content,
}

/// <summary>When a row was answered; a day without a time is noon of that day.</summary>
public sealed record TimeRule
{
    public string? Column { get; init; }

    /// <summary>How the column is written, in .NET's custom format; without it a day (2026-11-21) or an instant (2026-11-21T10:15:00Z).</summary>
    public string? Format { get; init; }

    /// <summary>The month (2017-05) of a column that holds the day of the month alone.</summary>
    public string? Month { get; init; }

    /// <summary>The day of every row, instead of a column.</summary>
    public string? Day { get; init; }

    /// <summary>The time zone of times without an offset, such as Europe/Berlin; without it the organisation's.</summary>
    public string? Zone { get; init; }

    /// <summary>What the product writes where it keeps no day.</summary>
    internal string? Undated { get; init; }
}

/// <summary>A column that is read as it stands.</summary>
public sealed record ColumnRule
{
    public string? Column { get; init; }
}

/// <summary>A column and some of its codes.</summary>
public sealed record CodesRule
{
    public string? Column { get; init; }
    public IReadOnlyList<string> Codes { get; init; } = [];
}
