using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>The text of a file, whatever the encoding that its byte order mark tells of.</summary>
internal static class FileText
{
    private const int LongestLook = 1 << 16;

    /// <summary>The file in UTF-8 and without a mark: as it is, or made from UTF-16, which spreadsheets and Qualtrics write too.</summary>
    public static async Task<PipeReader> Utf8(PipeReader reader, CancellationToken cancellation)
    {
        var result = await reader.ReadAtLeastAsync(3, cancellation);
        var (mark, encoding) = Mark(result.Buffer.Slice(0, Math.Min(3, result.Buffer.Length)).ToArray());
        reader.AdvanceTo(result.Buffer.GetPosition(mark));
        return encoding is null ? reader : PipeReader.Create(Encoding.CreateTranscodingStream(reader.AsStream(), encoding, new UTF8Encoding(false)));
    }

    /// <summary>Of comma, semicolon and tab the one that the first line has most of.</summary>
    public static async Task<char> Delimiter(PipeReader reader, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var end = result.Buffer.PositionOf((byte)'\n');
            var isEnough = end is not null || result.IsCompleted || result.Buffer.Length > LongestLook;
            var found = isEnough ? MostOf(result.Buffer.Slice(0, end ?? result.Buffer.End).ToArray()) : ',';
            reader.AdvanceTo(result.Buffer.Start, isEnough ? result.Buffer.Start : result.Buffer.End);
            if (isEnough) return found;
        }
    }

    private static (int Length, Encoding? Encoding) Mark(byte[] start) => start switch
    {
        [0xEF, 0xBB, 0xBF] => (3, null),
        [0xFF, 0xFE, ..] => (2, new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        [0xFE, 0xFF, ..] => (2, new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
        _ => (0, null),
    };

    private static char MostOf(byte[] line)
    {
        var (isQuoted, counts) = (false, new Dictionary<byte, int> { [(byte)','] = 0, [(byte)';'] = 0, [(byte)'\t'] = 0 });
        foreach (var b in line)
        {
            if (b == '"') isQuoted = !isQuoted;
            else if (!isQuoted && counts.TryGetValue(b, out var count)) counts[b] = count + 1;
        }
        return (char)counts.MaxBy(c => c.Value).Key;
    }
}
