using System.Globalization;
using CsvHelper;

namespace Feedback.Api.Features.Imports;

/// <summary>
/// Writes rejected rows as they came, with line, column and reason in front, so that they can be mended and imported again
/// with the same map. Holds what the source holds: keep it as safe.
/// </summary>
internal sealed class RejectFile : IDisposable
{
    private readonly CsvWriter _csv;

    public RejectFile(Stream stream, char delimiter, string[] header)
    {
        _csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { Separator = delimiter, NewLine = "\n", ValidateFieldCount = false });
        Write(["rejected_line", "rejected_column", "rejected_reason", .. header]);
    }

    public void Add(ImportRow row, Reject reject) =>
        Write([reject.Line.ToString(CultureInfo.InvariantCulture), reject.Column, reject.Reason, .. row.Cells]);

    public void Dispose() => _csv.Dispose();

    private void Write(IEnumerable<string> cells)
    {
        foreach (var cell in cells) _csv.WriteField(cell);
        _csv.EndRecord();
    }
}
