using System.Buffers;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Webhooks;

/// <summary>
/// The body of a message: <c>type</c>, <c>timestamp</c> (of the event, not of the attempt) and <c>data</c>, as Standard Webhooks
/// recommends. The same bytes at every attempt, as long as the survey stays as it is.
/// </summary>
internal static class MessageBody
{
    /// <summary>The body; null where the response was erased meanwhile.</summary>
    public static async Task<byte[]?> Of(DueMessage message, Session session, CatalogueSnapshot catalogue, Cohorts cohorts)
    {
        if (message.Event != WebhookEvents.ResponseStored) return Write(message, json => json.WriteRawValue(message.Content!));
        if (await RawResponses.Find(session, session.Database.IdOf(message.Response!)) is not { } response) return null;
        var survey = catalogue.Survey(message.Survey!.Value)!;
        var shape = new ResponseShape(survey, [cohorts.Of(survey.Id, response.Cohort)]);
        return Write(message, json =>
        {
            json.WriteStartObject();
            json.WriteString("survey", survey.Key);
            json.WritePropertyName("response");
            shape.WriteJson(json, response);
            json.WriteEndObject();
        });
    }

    private static byte[] Write(DueMessage message, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", message.Event);
            json.WritePropertyName("timestamp");
            JsonSerializer.Serialize(json, DateTimeOffset.FromUnixTimeMilliseconds(message.CreatedAt), Http.Json.Options);
            json.WritePropertyName("data");
            data(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>A message that is due.</summary>
internal sealed record DueMessage
{
    public long Seq { get; init; }
    public string MessageId { get; init; } = "";
    public string Event { get; init; } = "";
    public int? Survey { get; init; }

    /// <summary>The response's id as the engine's column has it.</summary>
    public object? Response { get; init; }
    public string? Content { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Made before this one.</summary>
    public int Attempts { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long DueAt { get; init; }

    /// <summary>The last status code.</summary>
    public int? Answered { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Fault { get; init; }
}
