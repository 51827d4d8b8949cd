using System.Threading.Channels;

namespace Feedback.Api.OData;

/// <summary>Works ahead: while one part of many rows is written, the next is read.</summary>
internal static class Ahead
{
    /// <summary>The rows in parts; one part at least, be it empty. Whoever stops early waits until nothing is read any more.</summary>
    /// <param name="rows">Read by one task at a time.</param>
    /// <param name="size">Rows of a part at the most.</param>
    public static async IAsyncEnumerable<List<T>> Parts<T>(IAsyncEnumerable<T> rows, int size)
    {
        var parts = Channel.CreateBounded<List<T>>(1);
        using var stopped = new CancellationTokenSource();
        var reading = Task.Run(() => Read(rows, size, parts.Writer, stopped.Token));
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync()) yield return part;
        }
        finally
        {
            await stopped.CancelAsync();
            await reading;
        }
    }

    private static async Task Read<T>(IAsyncEnumerable<T> rows, int size, ChannelWriter<List<T>> parts, CancellationToken stopped)
    {
        try
        {
            var (part, isFirst) = (new List<T>(size), true);
            await foreach (var row in rows)
            {
                part.Add(row);
                if (part.Count < size) continue;
                await parts.WriteAsync(part, stopped);
                (part, isFirst) = (new List<T>(size), false);
            }
            if (part.Count > 0 || isFirst) await parts.WriteAsync(part, stopped);
            parts.Complete();
        }
        catch (Exception e)
        {
            // Whoever writes the parts is told, unless that is over.
            parts.TryComplete(e);
        }
    }
}
