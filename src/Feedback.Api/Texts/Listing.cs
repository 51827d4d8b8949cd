using Feedback.Api.Data;

namespace Feedback.Api.Texts;

/// <summary>
/// Lists comments some moments after they are stored, many at once, where listing each as it comes would cost more than storing it. While many
/// come it holds back, so that they are stored first; who reads a list has it brought up to date before.
/// </summary>
public sealed partial class Listing(Database database, ILogger<Listing> logger) : BackgroundService
{
    /// <summary>Comments of one transaction: others wait for it.</summary>
    private const int AtOnce = 5_000;

    /// <summary>How often it looks.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How much of the time it works at most while comments come by thousands: the rest is theirs.</summary>
    private const int Share = 20;

    /// <summary>How long somebody waits for it who reads a list. Behind a great import the list then has what is listed so far.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Lists what is not listed yet, as far as it gets in a second.</summary>
    public async Task CatchUp(CancellationToken cancellation)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        try
        {
            while (Environment.TickCount64 < until && await Step(cancellation) == AtOnce) { }
        }
        catch (Exception e) when (e is not OperationCanceledException && database.IsTransient(e))
        {
            // What is listed can be read although nothing can be stored just now.
            NotListed(logger, e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var start = Environment.TickCount64;
            try
            {
                var isMore = await Step(stoppingToken) == AtOnce;
                await Task.Delay(isMore ? TimeSpan.FromMilliseconds((Environment.TickCount64 - start) * (100 - Share) / Share) : Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                NotListed(logger, e);
                await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task<int> Step(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await database.ListComments(AtOnce, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "New comments were not listed; it is tried again")]
    private static partial void NotListed(ILogger logger, Exception exception);
}
