using Feedback.Api.Catalogue;

namespace Feedback.Api.Features.Webhooks;

/// <summary>An address that is told of events, without its secret.</summary>
/// <param name="Id">Under which it is removed.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Url">Where messages go.</param>
/// <param name="Events">What it is told of.</param>
/// <param name="Surveys">The only surveys it is told of; null for all.</param>
/// <param name="Paused"><c>hand</c>: somebody paused it; <c>gone</c>: it answered 410. Null while it is told.</param>
/// <param name="EarlierSecretUntil">Until when the secret before this one signs as well; null where there is none.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record WebhookView(string Id, string Name, string Url, IReadOnlyList<string> Events, IReadOnlyList<string>? Surveys, string? Paused, DateTimeOffset? EarlierSecretUntil, DateTimeOffset CreatedAt)
{
    public static WebhookView Of(Webhook webhook) =>
        new(webhook.Id, webhook.Name, webhook.Url.OriginalString, webhook.Events, webhook.Surveys, webhook.Paused, webhook.EarlierUntil, webhook.CreatedAt);
}
