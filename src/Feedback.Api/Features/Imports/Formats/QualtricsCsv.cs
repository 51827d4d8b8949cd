using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>
/// Responses as Qualtrics exports them, with numbers or with texts: names in the first row, labels in the second, and in the third a JSON object for each column
/// with its id and, for times, the zone (Qualtrics, "Understanding Your Dataset").
/// </summary>
internal sealed class QualtricsCsv : ImportFormat
{
    /// <summary>Beside these, every column whose name begins with Recipient or Location.</summary>
    private static readonly HashSet<string> Personal = ["IPAddress", "ExternalReference", "ExternalDataReference"];

    private static readonly HashSet<string> OwnColumns = ["ResponseId", "EndDate", "Status", "Finished", "UserLanguage"];

    public override string Name => "qualtrics-csv";

    protected override string? RandomId => "ResponseId";

    public override IReadOnlyList<string> MediaTypes => PlainCsv.TableTypes;

    public override async Task<ImportSource?> Open(PipeReader reader, char? delimiter, CancellationToken cancellation)
    {
        if (await CsvRows.Open(reader, delimiter, 3, cancellation) is not { } csv) return null;
        var (names, labels, notes) = (csv.First[0].Cells, csv.First.Count > 2 ? csv.First[1].Cells : [], csv.First.Count > 2 ? csv.First[2].Cells.Select(Note).ToArray() : []);
        if (!notes.Any(n => n.Id is not null))
        {
            await csv.File.DisposeAsync();
            throw new BrokenFileException(3, "a Qualtrics export has three header rows, the third with an ImportId for each column.");
        }
        ImportColumn[] columns = [.. names.Select((name, i) => new ImportColumn([name!.Trim(), .. ((string?[])[notes.ElementAtOrDefault(i).Id, labels.ElementAtOrDefault(i)?.Trim()]).OfType<string>().Where(n => n.Length > 0)]))];
        return new ImportSource(new ImportHeader(columns), csv.After(3, cancellation))
        {
            Head = [.. csv.First.Take(3).Select(r => r.Cells)],
            Delimiter = csv.Delimiter,
            ZoneOf = column => Array.FindIndex(columns, c => c.Name == column) is >= 0 and var place ? notes.ElementAtOrDefault(place).Zone : null,
            File = csv.File,
        };
    }

    protected override MatchRules Rules(Survey survey) => new()
    {
        IsReserved = OwnColumns.Contains,
        IsPersonal = c => Personal.Contains(c) || c.StartsWith("Recipient", StringComparison.Ordinal) || c.StartsWith("Location", StringComparison.Ordinal),
        TextEnd = "_TEXT",
        OptionMark = "_",
        Separator = ",",
        // What Qualtrics writes for "seen but unanswered" where the export asks for it.
        Skipped = ["-99"],
        CountsOptions = true,
    };

    protected override ImportMap Frame(ImportMap map, Survey survey, ImportSource source)
    {
        var time = Column(source, "EndDate")?.Column ?? "RecordedDate";
        return map with
        {
            Id = ["ResponseId"],
            AnsweredAt = new TimeRule { Column = time, Format = "yyyy-MM-dd HH:mm:ss", Zone = source.ZoneOf(time) },
            Language = Column(source, "UserLanguage") is null ? null : new ValueRule { Column = "UserLanguage" },
            // Previews and tests, online and offline.
            Test = Column(source, "Status") is null ? null : new CodesRule { Column = "Status", Codes = ["1", "2", "17", "Survey Preview", "Survey Test", "Offline Survey Preview"] },
            LeaveOut = [.. LeftOut(source)],
        };
    }

    private static IEnumerable<CodesRule> LeftOut(ImportSource source)
    {
        if (Column(source, "Finished") is not null) yield return new CodesRule { Column = "Finished", Codes = ["0", "False", "FALSE", "false"] };
        if (Column(source, "Status") is not null) yield return new CodesRule { Column = "Status", Codes = ["8", "9", "12", "40", "Spam", "Survey Preview Spam", "Imported Spam", "EX Spam"] };
    }

    private static (string? Id, string? Zone) Note(string? cell)
    {
        if (cell is not ['{', ..]) return default;
        try
        {
            return JsonNode.Parse(cell) is JsonObject note ? (Text(note["ImportId"]), Text(note["timeZone"])) : default;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return default;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
