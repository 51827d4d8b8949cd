using System.Text.Json;
using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>
/// Writes down, in the transaction of what happened, whom to tell of it: so an event is told of if and only if it happened. Stored
/// responses are written down by the writer itself (<see cref="Survey.Subscribers"/>).
/// </summary>
public static class Outbox
{
    /// <summary>camelCase; what has no value is null, and not left out.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>A customer's response was erased.</summary>
    public static Task AddErased(Session session, CatalogueSnapshot catalogue, Survey survey, Guid response, DateTimeOffset now) =>
        Add(session, catalogue.Webhooks, WebhookEvents.ResponseErased, survey, new { survey = survey.Key, id = response }, now);

    /// <summary>A survey's period of employees was released: that it was, and no figure.</summary>
    public static async Task AddReleased(Session session, Survey survey, string period, DateOnly from, DateOnly to, DateTimeOffset now) =>
        await Add(session, await StoredWebhooks.Read(session), WebhookEvents.PeriodReleased, survey, new { survey = survey.Key, period, from, to, releasedAt = now.UtcDateTime }, now);

    /// <summary>An event about a survey, or about none.</summary>
    public static Task Add(Session session, IEnumerable<Webhook> webhooks, string name, Survey? survey, object content, DateTimeOffset now)
    {
        var json = JsonSerializer.Serialize(content, Options);
        return session.RunRows(Queries.InsertMessage, [.. webhooks.Where(w => w.Wants(name, survey?.Key)).Select(w => NewMessage.Of(w.Id, name, survey?.Id, json, now))]);
    }
}
