using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>A CSV file with its first rows read.</summary>
/// <param name="File">The rest.</param>
/// <param name="First">The first rows; fewer than asked for where the file has no more.</param>
/// <param name="Delimiter">Between cells.</param>
internal sealed record CsvRows(ImportFile File, IReadOnlyList<ImportRow> First, char Delimiter)
{
    /// <summary>Opens a file and reads some rows; null where it has none.</summary>
    public static async Task<CsvRows?> Open(PipeReader reader, char? delimiter, int rows, CancellationToken cancellation)
    {
        try
        {
            var text = await FileText.Utf8(reader, cancellation);
            var between = delimiter ?? await FileText.Delimiter(text, cancellation);
            var file = new ImportFile(text.AsStream(), between);
            var first = new List<ImportRow>();
            while (first.Count < rows && await file.Next(cancellation) is { } row) first.Add(row);
            return first.Count == 0 ? null : new CsvRows(file, first, between);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw new BrokenFileException(1, "from here on it is not UTF-16.");
        }
    }

    /// <summary>The rows after the head.</summary>
    public async IAsyncEnumerable<ImportRow> After(int head, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var row in First.Skip(head)) yield return row;
        while (await File.Next(cancellation) is { } row) yield return row;
    }
}
