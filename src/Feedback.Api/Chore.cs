namespace Feedback.Api;

/// <summary>
/// Work that is done again and again behind those who send and read: a round, a pause, the next round. A round that fails is told of and tried
/// again after the pause; nothing but the stop of the service ends it.
/// </summary>
/// <param name="pause">How long it rests between two rounds.</param>
/// <param name="time">The clock that it rests by.</param>
public abstract class Chore(TimeSpan pause, TimeProvider time) : BackgroundService
{
    /// <summary>The clock that it rests by.</summary>
    protected TimeProvider Time => time;

    /// <summary>One round: does what there is to do.</summary>
    protected abstract Task Work(CancellationToken cancellation);

    /// <summary>Says in the log what was not done.</summary>
    protected abstract void Failed(Exception error);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The service does not wait with its start.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Work(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Cut short by the stop; whatever it says, it is done again after the next start.
                return;
            }
            catch (Exception e)
            {
                Failed(e);
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
