using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>A product that sends each response as a message of its own, in JSON.</summary>
internal abstract class MessageFormat : ImportFormat
{
    /// <summary>Bytes of a message; those of Typeform bring the whole form with them.</summary>
    public const int LargestMessage = 1 << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public override IReadOnlyList<string> MediaTypes { get; } = ["application/json"];

    public override async Task<ImportSource?> Open(PipeReader reader, char? delimiter, CancellationToken cancellation)
    {
        var result = await reader.ReadAtLeastAsync(LargestMessage + 1, cancellation);
        var bytes = result.Buffer.Length > LargestMessage ? null : result.Buffer.ToArray();
        reader.AdvanceTo(result.Buffer.End);
        if (bytes is null) throw new BrokenFileException(1, "a message has at most 1 MiB.");
        var cells = new MessageCells();
        try
        {
            if (JsonNode.Parse(bytes, documentOptions: Options) is not JsonObject message) throw new BrokenFileException(1, "a message is a JSON object.");
            Read(message, cells);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new BrokenFileException(1, "it is not JSON of the form that the product sends.");
        }
        return new ImportSource(new ImportHeader(cells.Columns) { IsComplete = false, HoldsLists = true }, One(new ImportRow(1, [.. cells.Cells])));
    }

    /// <summary>Puts what a message holds into cells.</summary>
    protected abstract void Read(JsonObject message, MessageCells cells);

    /// <summary>The member of that name, if it is an object.</summary>
    protected static JsonObject? Object(JsonNode? parent, string name) => (parent as JsonObject)?[name] as JsonObject;

    protected static string? Text(JsonNode? node) => node is JsonValue value ? value.GetValueKind() switch
    {
        JsonValueKind.String => Clean(value.GetValue<string>()),
        JsonValueKind.Number => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture) : value.ToJsonString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    } : null;

    protected static IEnumerable<JsonNode?> List(JsonNode? node) => node as JsonArray ?? [];

    /// <summary>What stands between options and names means nothing in a text.</summary>
    private static string Clean(string text) => text.Replace(ImportCells.BetweenOptions, ' ').Replace(ImportCells.BetweenNames, ' ');

    private static async IAsyncEnumerable<ImportRow> One(ImportRow row)
    {
        await Task.CompletedTask;
        yield return row;
    }
}

/// <summary>The cells of a message, each with the names of its column.</summary>
internal sealed class MessageCells
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public List<ImportColumn> Columns { get; } = [];

    public List<string?> Cells { get; } = [];

    /// <summary>Adds a cell under its names; one whose first name is there already is not taken again.</summary>
    public void Add(string? cell, params IEnumerable<string?> names)
    {
        string[] known = [.. names.OfType<string>().Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        if (known.Length == 0 || !_names.Add(known[0])) return;
        Columns.Add(new ImportColumn(known));
        Cells.Add(cell);
    }

    /// <summary>One option under its names, the best to read last.</summary>
    public static string Option(params IEnumerable<string?> names) => string.Join(ImportCells.BetweenNames, names.OfType<string>().Where(n => n.Length > 0));

    /// <summary>Several options; an empty list is an empty cell.</summary>
    public static string Options(IEnumerable<string> options) => string.Join(ImportCells.BetweenOptions, options.Where(o => o.Length > 0));
}
