using System.Globalization;
using CsvHelper;
using Feedback.Api.Features.Imports.Formats;

namespace Feedback.Api.Features.Imports;

/// <summary>
/// Writes rejected rows as they came, with line, column and reason in front, so that they can be mended and imported again
/// with the same map. Holds what the source holds: keep it as safe.
/// </summary>
internal sealed class RejectFile : IDisposable
{
    private readonly CsvWriter _csv;

    /// <param name="stream">Where it is written to.</param>
    /// <param name="source">Whose rows they are; its head comes first.</param>
    public RejectFile(Stream stream, ImportSource source)
    {
        _csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { Separator = source.Delimiter, NewLine = "\n", ValidateFieldCount = false });
        foreach (var row in source.Head) Write(["rejected_line", "rejected_column", "rejected_reason", .. row]);
    }

    public void Add(ImportRow row, Reject reject) =>
        Write([reject.Line.ToString(CultureInfo.InvariantCulture), reject.Column, reject.Reason, .. row.Source]);

    public void Dispose() => _csv.Dispose();

    private void Write(IEnumerable<string?> cells)
    {
        foreach (var cell in cells) _csv.WriteField(cell);
        _csv.EndRecord();
    }
}
