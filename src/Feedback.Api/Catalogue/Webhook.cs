using System.Text.Json;
using Feedback.Api.Data;

namespace Feedback.Api.Catalogue;

/// <summary>An address that is told of events.</summary>
public sealed record Webhook
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required Uri Url { get; init; }

    /// <summary>Names of <see cref="WebhookEvents"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Keys of the only surveys it is told of; null for all.</summary>
    public IReadOnlyList<string>? Surveys { get; init; }

    /// <summary>Encrypted; what messages are signed with.</summary>
    public required string Secret { get; init; }

    /// <summary>Encrypted; signs as well until <see cref="EarlierUntil"/>.</summary>
    public string? EarlierSecret { get; init; }

    public DateTimeOffset? EarlierUntil { get; init; }

    /// <summary>Why it is told nothing now: <see cref="ByHand"/> or <see cref="Gone"/>; null while it is.</summary>
    public string? Paused { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Somebody paused it.</summary>
    public const string ByHand = "hand";

    /// <summary>The address answered 410: it is not there any more.</summary>
    public const string Gone = "gone";

    /// <summary>Whether it wants to hear of an event of a survey. While it is paused messages wait for it, and are sent when it goes on.</summary>
    public bool Wants(string name, string? survey) => Events.Contains(name) && (Surveys is null || survey is not null && Surveys.Contains(survey));
}

/// <summary>What other systems can be told of.</summary>
public static class WebhookEvents
{
    /// <summary>A customer's response was stored; employees' are told of to nobody.</summary>
    public const string ResponseStored = "response.stored";

    /// <summary>A customer's response was erased: whoever was told of it has to erase it too.</summary>
    public const string ResponseErased = "response.erased";

    /// <summary>A period of employees was released.</summary>
    public const string PeriodReleased = "period.released";

    /// <summary>A score of customers left its usual range, or a topic is mentioned unusually often.</summary>
    public const string WarningRaised = "early_warning.raised";

    /// <summary>Sent when somebody asks for it, to try the address.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that can be asked for.</summary>
    public static readonly IReadOnlyList<string> All = [ResponseStored, ResponseErased, PeriodReleased, WarningRaised];
}

/// <summary>Reads the addresses that are told of events.</summary>
public static class StoredWebhooks
{
    public static async Task<IReadOnlyList<Webhook>> Read(Session session) => [.. (await session.Rows<WebhookRow>(Queries.ReadWebhooks)).Select(r => r.ToWebhook())];

    private sealed class WebhookRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Url { get; init; } = "";
        public string Events { get; init; } = "";
        public string? Surveys { get; init; }
        public string Secret { get; init; } = "";
        public string? EarlierSecret { get; init; }
        public long? EarlierUntil { get; init; }
        public string? Paused { get; init; }
        public long CreatedAt { get; init; }

        public Webhook ToWebhook() => new()
        {
            Id = Id,
            Name = Name,
            Url = new Uri(Url),
            Events = JsonSerializer.Deserialize<string[]>(Events)!,
            Surveys = Surveys is null ? null : JsonSerializer.Deserialize<string[]>(Surveys),
            Secret = Secret,
            EarlierSecret = EarlierSecret,
            EarlierUntil = EarlierUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
            Paused = Paused,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        };
    }
}
