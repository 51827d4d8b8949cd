using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Unicode;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>The lines of a file in UTF-8 one by one, each of 1 MiB at the most.</summary>
internal sealed class LineReader(PipeReader reader) : IAsyncDisposable
{
    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    private bool _isAtEnd;

    /// <summary>The next line without its end, or null after the last.</summary>
    public async ValueTask<string?> Next(CancellationToken cancellation)
    {
        while (!_isAtEnd)
        {
            var result = await Read(cancellation);
            var end = result.Buffer.PositionOf((byte)'\n');
            if (end is null && !result.IsCompleted && result.Buffer.Length <= ImportFile.LargestRow)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }
            var line = result.Buffer.Slice(0, end ?? result.Buffer.End);
            var bytes = line.Length > ImportFile.LargestRow ? null : line.ToArray();
            var isEnd = end is null && line.IsEmpty;
            // What was read is handed back first: a reader that is left in the middle cannot be read again.
            reader.AdvanceTo(end is { } newline ? result.Buffer.GetPosition(1, newline) : result.Buffer.End);
            if (_isAtEnd = isEnd) break;
            Number++;
            if (bytes is null) throw new BrokenFileException(Number, "the line is over 1 MiB.");
            var text = bytes.AsSpan().TrimEnd((byte)'\r');
            return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw new BrokenFileException(Number, "it is not UTF-8.");
        }
        return null;
    }

    public ValueTask DisposeAsync() => reader.CompleteAsync();

    private async ValueTask<ReadResult> Read(CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenFileException(Number + 1, "from here on it is not UTF-16.");
        }
    }
}
