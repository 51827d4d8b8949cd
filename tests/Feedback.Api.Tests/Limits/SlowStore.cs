using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Limits;

/// <summary>Another writer that has an embedded store nine tenths of the time.</summary>
internal sealed class SlowStore : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    /// <param name="folder">Where the store is.</param>
    public SlowStore(string folder) => _running = Task.Run(() =>
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "feedback.db")};Pooling=False");
        connection.Open();
        while (!_end.IsCancellationRequested)
        {
            using (connection.BeginTransaction(deferred: false)) Thread.Sleep(90);
            Thread.Sleep(10);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }
}
