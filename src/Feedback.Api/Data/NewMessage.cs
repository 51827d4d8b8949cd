namespace Feedback.Api.Data;

/// <summary>An event that an address is to be told of, as its row is written in the transaction of what it tells of.</summary>
/// <param name="MessageId">Unique; the receiver knows a message that comes twice by it.</param>
/// <param name="Webhook">The address's id.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Survey">The survey it is about; null where it is about none.</param>
/// <param name="Response">Of a stored response its id, as the engine's column takes it; the store puts it in.</param>
/// <param name="Content">JSON of what is told; null where it is read when it is sent.</param>
/// <param name="CreatedAt">Unix milliseconds.</param>
public sealed record NewMessage(string MessageId, string Webhook, string Event, int? Survey, object? Response, string? Content, long CreatedAt)
{
    /// <summary>An event for an address, under an id of its own.</summary>
    public static NewMessage Of(string webhook, string name, int? survey, string? content, DateTimeOffset now) =>
        new("msg_" + Guid.CreateVersion7(now).ToString("N"), webhook, name, survey, null, content, now.ToUnixTimeMilliseconds());
}
