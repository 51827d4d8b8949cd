using Feedback.Api.Http;

namespace Feedback.Api.Figures;

/// <summary>
/// How many may do what takes a core for seconds at a time. Who waits holds a snapshot of the store open, which keeps the engine
/// from tidying up, so nobody waits for long.
/// </summary>
/// <param name="most">At a time.</param>
/// <param name="longest">After so long somebody who waits is sent away.</param>
internal sealed class Turns(int most, TimeSpan longest)
{
    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Does the work when it is its turn.</summary>
    /// <exception cref="BusyException">The turn did not come in time.</exception>
    public async Task<T> Take<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (!await _free.WaitAsync(longest, cancellation)) throw new BusyException("More is asked for that takes long than can be worked out; try again.");
        try
        {
            return await work();
        }
        finally
        {
            _free.Release();
        }
    }
}
