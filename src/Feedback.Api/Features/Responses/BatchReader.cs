using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Responses;

/// <summary>Cuts a stream into responses without holding more of it than one.</summary>
internal static class BatchReader
{
    /// <summary>One response a line; blank lines do not count. A line over the limit is refused, and the rest is read.</summary>
    public static async Task<Problem?> ReadLines(PipeReader reader, BatchIntake batch, CancellationToken cancellation)
    {
        var isTooLong = false;
        for (long line = 1; ;)
        {
            var result = await reader.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (TakeLine(ref buffer, out var json))
            {
                if (isTooLong || json.Length > ResponseRules.MaximumBytes) batch.Refuse(line, Body.TooLarge(ResponseRules.MaximumBytes));
                else await batch.Add(line, json);
                isTooLong = false;
                line++;
            }
            if (result.IsCompleted)
            {
                if (isTooLong || buffer.Length > ResponseRules.MaximumBytes) batch.Refuse(line, Body.TooLarge(ResponseRules.MaximumBytes));
                else await batch.Add(line, buffer.ToArray());
                reader.AdvanceTo(buffer.End);
                return null;
            }
            if (buffer.Length > ResponseRules.MaximumBytes)
            {
                isTooLong = true;
                buffer = buffer.Slice(buffer.End);
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>A JSON array. Where it stops being JSON the rest is refused as one; what came before is stored.</summary>
    public static async Task<Problem?> ReadArray(PipeReader reader, BatchIntake batch, CancellationToken cancellation)
    {
        var (cutter, elements) = (new ArrayCutter(ResponseRules.MaximumBytes), new List<byte[]?>());
        for (long place = 0; ;)
        {
            var result = await reader.ReadAsync(cancellation);
            Problem? broken = null;
            try
            {
                var used = cutter.Cut(result.Buffer, result.IsCompleted, elements);
                // A single token that long is no answer to anything, and to look at it again and again would take long.
                if (result.Buffer.Slice(used).Length > 4 * ResponseRules.MaximumBytes) broken = Body.TooLarge(ResponseRules.MaximumBytes);
                reader.AdvanceTo(used, result.Buffer.End);
            }
            catch (JsonException)
            {
                reader.AdvanceTo(result.Buffer.End);
                if (!cutter.IsOpen) return Problem.Invalid(ProblemCodes.MalformedJson, "The body is not a JSON array of responses.");
                broken = Problem.Invalid(ProblemCodes.MalformedJson, "The array is not JSON from here on.");
            }
            foreach (var json in elements)
            {
                place++;
                if (json is null) batch.Refuse(place, Body.TooLarge(ResponseRules.MaximumBytes));
                else await batch.Add(place, json);
            }
            elements.Clear();
            if (broken is not null) batch.Refuse(place + 1, broken);
            if (broken is not null || result.IsCompleted) return null;
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, out byte[] line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = [];
            return false;
        }
        line = buffer.Slice(0, end).ToArray();
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }
}
