namespace Feedback.Api.Data;

/// <summary>The read replica, a copy of the store that follows it; nothing is ever written there. It holds counts in memory of its own, which are those of its states.</summary>
/// <param name="Database">Null where none is set.</param>
public sealed record ReplicaStore(Database? Database) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
