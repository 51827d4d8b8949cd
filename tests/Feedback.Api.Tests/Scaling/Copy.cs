using Feedback.Api.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Feedback.Api.Tests.Scaling;

/// <summary>A read replica of a test's store: a file that follows it when the test says so. On a server it is the same database, which is never behind.</summary>
internal sealed class Copy(TestStore store) : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "feedback_copy_" + Guid.NewGuid().ToString("N"));

    /// <summary>Whether it stands still until it follows.</summary>
    public bool Lags => store.Engine == "sqlite";

    /// <summary>The settings of a service that has it.</summary>
    public Dictionary<string, string?> Settings => Lags ? [] : new() { ["Feedback:Database:ReadConnectionString"] = store.Settings["Feedback:Database:ConnectionString"] };

    public void Configure(IServiceCollection services)
    {
        if (!Lags) return;
        Directory.CreateDirectory(_folder);
        services.AddSingleton(_ => new ReplicaStore(new SqliteDatabase($"Data Source={File}")));
    }

    /// <summary>Comes to where the store is.</summary>
    public async Task Follow()
    {
        if (!Lags) return;
        await using var from = new SqliteConnection($"Data Source={Path.Combine(store.Folder, "feedback.db")};Pooling=False");
        await using var to = new SqliteConnection($"Data Source={File};Pooling=False");
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public string File => Path.Combine(_folder, "feedback.db");
}
