using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Responses;

/// <summary>Cuts a stream into responses without holding more of it than one.</summary>
internal static class BatchReader
{
    /// <summary>Loose about what stands in an element: one with a member twice, or too deep, is refused by itself and not with the whole array.</summary>
    private static readonly JsonSerializerOptions Elements = new() { MaxDepth = 256 };

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
        long place = 0;
        try
        {
            await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(reader, Elements, cancellation))
            {
                place++;
                var json = Encoding.UTF8.GetBytes(element.GetRawText());
                if (json.Length > ResponseRules.MaximumBytes) batch.Refuse(place, Body.TooLarge(ResponseRules.MaximumBytes));
                else await batch.Add(place, json);
            }
        }
        catch (JsonException) when (place == 0)
        {
            return Problem.Invalid(ProblemCodes.MalformedJson, "The body is not a JSON array of responses.");
        }
        catch (JsonException)
        {
            batch.Refuse(place + 1, Problem.Invalid(ProblemCodes.MalformedJson, "The array is not JSON from here on."));
        }
        return null;
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
