namespace Feedback.Api.Ingest;

/// <summary>
/// The time a stop takes at the most: what sends the process its signal should wait for <see cref="Limit"/> before it kills. Requests under
/// way are answered first, then what was taken is stored.
/// </summary>
public sealed class Stopping : IDisposable
{
    /// <summary>After so long a batch is read no further: it is answered with 503, and sent again.</summary>
    public static readonly TimeSpan ForBatches = TimeSpan.FromSeconds(5);

    /// <summary>After so long requests that are still under way, slow uploads and downloads among them, are cut off.</summary>
    public static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(10);

    /// <summary>How long the ledger's lines are waited for after that.</summary>
    public static readonly TimeSpan ForLedger = TimeSpan.FromSeconds(5);

    /// <summary>How long the writer is waited for after that; what is not stored by then was acknowledged to nobody.</summary>
    public static readonly TimeSpan ForWriter = TimeSpan.FromSeconds(10);

    /// <summary>All of it, with a moment to spare.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _batchesEnd = new();
    private readonly CancellationTokenRegistration _stopping;

    public Stopping(IHostApplicationLifetime lifetime) => _stopping = lifetime.ApplicationStopping.Register(() => _batchesEnd.CancelAfter(ForBatches));

    /// <summary>Ends when a batch is to be read no further.</summary>
    public CancellationToken BatchesEnd => _batchesEnd.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _batchesEnd.Dispose();
    }
}
