using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>
/// LimeSurvey's VV file (application/controllers/admin/export.php, version 6): tabs, labels in the first line and codes in the second, a line a response. Line breaks, tabs
/// and braces in answers are written as words in braces; a question that was not shown as {question_not_shown}, which is kept apart from one that was left empty.
/// Quotes stand around cells as PHP sets them, so a cell is what is between two tabs, and not what RFC 4180 would make of it.
/// </summary>
internal sealed partial class LimeSurveyVv : ImportFormat
{
    private const string NotShown = "{question_not_shown}", Submitted = "submitdate";

    private static readonly HashSet<string> OwnColumns = ["id", Submitted, "startlanguage"], Personal = ["token", "ipaddr", "refurl", "Access code"];

    public override string Name => "limesurvey-vv";

    public override IReadOnlyList<string> MediaTypes => PlainCsv.TableTypes;

    public override async Task<ImportSource?> Open(PipeReader reader, char? delimiter, CancellationToken cancellation)
    {
        var between = delimiter ?? '\t';
        var lines = new LineReader(await FileText.Utf8(reader, cancellation));
        if (await FirstLine(lines, cancellation) is not { } labels) return null;
        var codes = (await lines.Next(cancellation) ?? "").Split(between).Select(Unquoted).ToArray();
        if (!codes.Contains("id") || !codes.Contains(Submitted))
            throw new BrokenFileException(2, "a VV file has the codes of its columns in the second line, id and submitdate among them.");
        var labelled = labels.Split(between).Select(l => Value(l)?.Trim() ?? "").ToArray();
        var header = new ImportHeader([.. codes.Select((code, i) => labelled.ElementAtOrDefault(i) is { Length: > 0 } label ? new ImportColumn(code, label) : new ImportColumn(code))]);
        return new ImportSource(header, Rows(lines, between, codes.Length, cancellation))
        {
            Head = [labels.Split(between).Select(Unquoted).ToArray(), codes],
            Delimiter = between,
            File = lines,
        };
    }

    protected override MatchRules Rules(Survey survey) => new()
    {
        IsReserved = OwnColumns.Contains,
        IsPersonal = Personal.Contains,
        Variants = name => name.LastIndexOf('_') is > 0 and var at ? [$"{name[..at]}.{name[(at + 1)..]}"] : [],
        OptionMark = "_",
        OptionInBrackets = true,
        Empty = EmptyCell.Skipped,
        Chosen = ["Y", "1"],
        // "Convert Y/N" writes 1 for yes and 2 for no.
        NotChosen = ["N", "2", "0"],
        TypesOtherInColumn = true,
    };

    protected override ImportMap Frame(ImportMap map, Survey survey, ImportSource source) => map with
    {
        Items = map.Items?.ToDictionary(i => i.Key, i => WithOther(i.Value), StringComparer.Ordinal),
        Id = ["id"],
        AnsweredAt = new TimeRule { Column = Submitted, Format = "yyyy-MM-dd HH:mm:ss", Undated = "1980-01-01 00:00:00" },
        Language = Column(source, "startlanguage") is null ? null : new ValueRule { Column = "startlanguage" },
        LeaveOut = [new CodesRule { Column = Submitted, Codes = ["", "NULL"] }],
    };

    /// <summary>LimeSurvey's own code of the option under which people type something else.</summary>
    private static ItemRule WithOther(ItemRule rule) =>
        rule.Columns is null && rule.Recode is { } recode && recode.TryGetValue("other", out var option) && !recode.ContainsKey("-oth-")
            ? rule with { Recode = new Dictionary<string, string>(recode, StringComparer.Ordinal) { ["-oth-"] = option } } : rule;

    /// <summary>Labels alone may hold line breaks, within quotes.</summary>
    private static async Task<string?> FirstLine(LineReader lines, CancellationToken cancellation)
    {
        var line = await lines.Next(cancellation);
        while (line is not null && line.Count(c => c == '"') % 2 == 1 && line.Length < ImportFile.LargestRow && await lines.Next(cancellation) is { } more) line += "\n" + more;
        return line;
    }

    private static async IAsyncEnumerable<ImportRow> Rows(LineReader lines, char between, int width, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await lines.Next(cancellation) is { } line)
        {
            if (line.Length == 0) continue;
            string[] source = [.. line.Split(between).Select(Unquoted)];
            // Spreadsheets leave out or add empty cells at the end of a line.
            if (source.Length < width) source = [.. source, .. Enumerable.Repeat("", width - source.Length)];
            while (source.Length > width && source[^1].Length == 0) source = source[..^1];
            yield return new ImportRow(lines.Number, [.. source.Select(Decoded)]) { Source = source };
        }
    }

    private static string? Value(string cell) => Decoded(Unquoted(cell));

    private static string Unquoted(string cell) => cell is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static string? Decoded(string cell) => cell == NotShown ? null : !cell.Contains('{') ? cell : Escapes().Replace(cell, m => m.Value switch
    {
        "{newline}" => "\n",
        "{cr}" => "\r",
        "{tab}" => "\t",
        "{quote}" => "\"",
        "{rbrace}" => "}",
        _ => "{",
    });

    [GeneratedRegex(@"\{(lbrace|rbrace|newline|cr|tab|quote)\}")]
    private static partial Regex Escapes();
}
