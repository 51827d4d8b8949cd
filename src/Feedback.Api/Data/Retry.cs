using Polly;
using Polly.Retry;

namespace Feedback.Api.Data;

/// <summary>How often something is tried again, and for how long.</summary>
/// <param name="Attempts">Beside the first.</param>
/// <param name="Patience">No attempt begins after it.</param>
/// <param name="Pause">Before the second attempt; each later one waits about twice as long.</param>
/// <param name="LongestPause">And never longer.</param>
public sealed record RetryLimits(int Attempts, TimeSpan Patience, TimeSpan Pause, TimeSpan LongestPause);

/// <summary>
/// Tries again what a database server did not take, where that does nothing twice. The pauses grow and have a share of chance, so that many
/// processes do not come back all at once; attempts and time are bounded, and then the error goes on. Made on Polly.
/// </summary>
public sealed class Retry
{
    private static readonly ResiliencePropertyKey<long> Began = new("feedback.began");

    private readonly ResiliencePipeline _pipeline;

    /// <param name="limits">How often, and for how long.</param>
    /// <param name="isWorthIt">Whether trying again can help, and does nothing twice.</param>
    /// <param name="told">Hears of each error that is tried again, and how much time is left.</param>
    public Retry(RetryLimits limits, Func<Exception, bool> isWorthIt, Action<Exception, TimeSpan>? told = null) =>
        _pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = limits.Attempts,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = limits.Pause,
                MaxDelay = limits.LongestPause,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } error && Left(args.Context, limits) > TimeSpan.Zero && isWorthIt(error)),
                OnRetry = args =>
                {
                    told?.Invoke(args.Outcome.Exception!, Left(args.Context, limits));
                    return default;
                },
            })
            .Build();

    /// <summary>A connection that cannot be opened, or turns out to be dead before anything was asked of it.</summary>
    public static Retry Opening { get; } = new(new(4, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1)), SqlServerErrors.IsAway);

    /// <summary>What only reads, from its first statement to its last.</summary>
    public static Retry Reading { get; } = new(new(2, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1)), e => SqlServerErrors.IsAway(e) || SqlServerErrors.IsCollision(e));

    /// <summary>
    /// A transaction that finds out by itself what of it is done already, as the writer's groups do by the ids: after a commit of which nobody
    /// knows whether it was carried out, too.
    /// </summary>
    public static Retry Repeatable { get; } = new(new(4, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2)), e => SqlServerErrors.IsAway(e) || SqlServerErrors.IsCollision(e));

    /// <summary>A server that comes later than the service.</summary>
    public static Retry Starting(TimeSpan patience, Action<Exception, TimeSpan> told) =>
        new(new(int.MaxValue, patience, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)), SqlServerErrors.IsAway, told);

    /// <summary>Does the work, again where that is worth it.</summary>
    public async ValueTask<T> Run<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellation = default)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            context.Properties.Set(Began, TimeProvider.System.GetTimestamp());
            return await _pipeline.ExecuteAsync(static (context, work) => work(context.CancellationToken), context, work);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The same for work that gives nothing.</summary>
    public async ValueTask Run(Func<CancellationToken, Task> work, CancellationToken cancellation = default) => await Run<bool>(
        async token =>
        {
            await work(token);
            return true;
        }, cancellation);

    private static TimeSpan Left(ResilienceContext context, RetryLimits limits) =>
        limits.Patience - (context.Properties.TryGetValue(Began, out var began) ? TimeProvider.System.GetElapsedTime(began) : TimeSpan.Zero);
}
