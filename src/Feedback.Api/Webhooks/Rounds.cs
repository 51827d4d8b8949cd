using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Webhooks;

/// <summary>What a round of sending came to.</summary>
public enum Round { Empty, Sent, Refused }

/// <summary>
/// One round for one address: some due messages are claimed for a while, sent, and what came of it is written down. A process that
/// dies in between leaves them claimed until the while is over; then they are sent again under the same id, so that an address may
/// hear of an event twice and never not at all.
/// </summary>
public sealed partial class Rounds(Database database, CatalogueCache catalogue, Cohorts cohorts, Seal seal, WebhookClient client, TimeProvider time, ILogger<Rounds> logger)
{
    private const int Size = 20, AtOnce = 4;
    private const string Waiting = "waiting", Delivered = "delivered", Failed = "failed", Dropped = "dropped";

    /// <summary>Longer than a whole round may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly ActivitySource Source = new("Feedback.Webhooks");
    private static readonly Meter Meter = new("Feedback.Webhooks");
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("feedback.webhooks.attempts", "{attempt}", "Attempts to tell an address of an event, by what came of them");

    public async Task<Round> Run(Webhook webhook, CancellationToken cancellation)
    {
        var until = (time.GetUtcNow() + Lease).ToUnixTimeMilliseconds();
        var claimed = await Claim(webhook, until, cancellation);
        if (claimed.Count == 0) return Round.Empty;
        string[] secrets = [seal.Reveal(WebhookSecret.UseOf(webhook.Id), webhook.Secret), .. Earlier(webhook)];
        // Those that are not tried keep their attempts: one that was not taken is enough to see that others would not be, and a stop waits for none.
        var results = claimed.Select(message => Untried(message, until)).ToArray();
        var isRefused = false;
        await Parallel.ForAsync(0, claimed.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            if (Volatile.Read(ref isRefused) || cancellation.IsCancellationRequested) return;
            // Read at the last moment, so that a response that was erased meanwhile is not told of.
            if (await Body(claimed[i]) is not { } body) results[i] = Over(claimed[i], until, Dropped, null);
            else if (await Send(webhook, claimed[i], body, secrets, cancellation) is { } delivery)
            {
                if (delivery.Fault is not null) Volatile.Write(ref isRefused, true);
                results[i] = Judge(claimed[i], until, delivery);
            }
        });
        await Settle(webhook, results);
        return isRefused ? Round.Refused : Round.Sent;
    }

    private IEnumerable<string> Earlier(Webhook webhook) =>
        webhook is { EarlierSecret: { } secret, EarlierUntil: { } end } && time.GetUtcNow() < end ? [seal.Reveal(WebhookSecret.UseOf(webhook.Id), secret)] : [];

    private async Task<List<DueMessage>> Claim(Webhook webhook, long until, CancellationToken cancellation)
    {
        await using var session = await database.Write(cancellation);
        var times = RetrySchedule.DueAt(time.GetUtcNow());
        var due = await session.Rows<DueMessage>(Queries.ReadDueMessages, new { Webhook = webhook.Id, times.Now, times.Beyond, Count = Size });
        var claimed = new List<DueMessage>();
        foreach (var message in due)
        {
            if (await session.Run(Queries.ClaimMessage, new { message.Seq, message.DueAt, Until = until }) == 1) claimed.Add(message with { Attempts = message.Attempts + 1 });
        }
        if (claimed.Count > 0) await session.Commit();
        return claimed;
    }

    private async Task<byte[]?> Body(DueMessage message)
    {
        await using var session = await database.Read();
        await cohorts.CatchUp(session);
        return await MessageBody.Of(message, session, catalogue.Current, cohorts);
    }

    /// <summary>Null when the service stops meanwhile: whether it was taken is not known then, and it is sent again.</summary>
    private async Task<Delivery?> Send(Webhook webhook, DueMessage message, byte[] body, string[] secrets, CancellationToken cancellation)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var span = Source.StartActivity("deliver", ActivityKind.Client);
        List<(string Name, string Value)> headers =
        [
            ("webhook-id", message.MessageId),
            ("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
            ("webhook-signature", WebhookSecret.Sign(secrets, message.MessageId, timestamp, body)),
        ];
        // What is told of is customers', or was released: the receiver may know which trace it belongs to.
        if (span is not null) headers.Add(("traceparent", span.Id!));
        try
        {
            var delivery = await client.Send(webhook.Url, body, headers, cancellation);
            span?.SetTag("feedback.webhook", webhook.Id).SetTag("feedback.event", message.Event).SetTag("feedback.outcome", delivery.Fault ?? Delivered).SetTag("http.response.status_code", delivery.Status);
            Attempts.Add(1, new KeyValuePair<string, object?>("outcome", delivery.Fault ?? Delivered));
            return delivery;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private Settled Judge(DueMessage message, long until, Delivery delivery)
    {
        if (delivery.Fault is null) return Over(message, until, Delivered, delivery);
        if (delivery.Status == StatusCodes.Status410Gone || RetrySchedule.After(message.Attempts, delivery.RetryAfter, Random.Shared.NextDouble()) is not { } pause) return Over(message, until, Failed, delivery);
        return new(message.Seq, until, Waiting, message.Attempts, (time.GetUtcNow() + pause).ToUnixTimeMilliseconds(), delivery.Status, delivery.Fault, null);
    }

    private Settled Untried(DueMessage message, long until) => new(message.Seq, until, Waiting, message.Attempts - 1, time.GetUtcNow().ToUnixTimeMilliseconds(), message.Answered, message.Fault, null);

    private Settled Over(DueMessage message, long until, string state, Delivery? delivery) =>
        new(message.Seq, until, state, message.Attempts, null, delivery?.Status, delivery?.Fault, time.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task Settle(Webhook webhook, Settled[] results)
    {
        await using var session = await database.Write();
        var isGone = results.Any(r => r.Answered == StatusCodes.Status410Gone);
        if (isGone)
        {
            await session.Run(Queries.RaiseStamp);
            await session.Run(Queries.PauseWebhook, new { webhook.Id, Paused = Webhook.Gone });
        }
        foreach (var result in results) await session.Run(Queries.SettleMessage, result);
        await session.Commit();
        if (!isGone) return;
        await catalogue.Refresh();
        IsGone(logger, webhook.Id);
    }

    /// <summary>What came of an attempt, as the statement has it.</summary>
    private sealed record Settled(long Seq, long Until, string State, int Attempts, long? DueAt, int? Answered, string? Fault, long? SettledAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook {Webhook} answered 410 and is told nothing any more until it is enabled again")]
    private static partial void IsGone(ILogger logger, string webhook);
}
