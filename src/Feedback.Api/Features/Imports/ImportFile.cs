using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Feedback.Api.Features.Imports;

/// <summary>A file that is not of its format, or not UTF-8.</summary>
public sealed class BrokenFileException(long line, string what) : Exception($"Line {line}: {what}")
{
    public long Line => line;

    /// <summary>The message without its line.</summary>
    public string What => what;
}

/// <summary>
/// The rows of a CSV file as a stream: RFC 4180, UTF-8 with or without a byte order mark, blank lines passed over. Holds one
/// row at a time.
/// </summary>
public sealed class ImportFile : IAsyncDisposable
{
    /// <summary>Bytes of a row.</summary>
    public const int LargestRow = 1 << 20;

    private readonly CsvReader _csv;

    /// <param name="stream">Read once, from where it stands; closed with the file.</param>
    /// <param name="delimiter">Between cells.</param>
    public ImportFile(Stream stream, char delimiter) => _csv = CsvReader.Create(stream, CsvReaderOptions.Default with
    {
        Separator = delimiter,
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = LargestRow,
        TrackLineNumbers = true,
        PoolStrings = true,
    });

    /// <summary>The next row, or null at the end of the file.</summary>
    /// <exception cref="BrokenFileException">From here on the file is not CSV, or not UTF-8.</exception>
    public async ValueTask<ImportRow?> Next(CancellationToken cancellation = default)
    {
        try
        {
            if (!await _csv.ReadAsync(cancellation)) return null;
        }
        catch (CsvFormatException e)
        {
            throw new BrokenFileException(Math.Max(e.LineNumber, 1), "from here on it is not CSV; a quote may stand where none may, or be left open.");
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenFileException(Math.Max(_csv.LineNumber, 1), "from here on it is not UTF-16.");
        }
        if (!Utf8.IsValid(_csv.RawRecord)) throw new BrokenFileException(_csv.LineNumber, "it is not UTF-8.");
        var cells = new string[_csv.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = _csv.GetString(i);
        return new ImportRow(_csv.LineNumber, cells);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
