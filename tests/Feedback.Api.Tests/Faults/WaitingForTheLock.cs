using Feedback.Api.Data;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Faults;

/// <summary>What waits for another process's lock on the file: for long, and in nobody's way.</summary>
[Category("Faults")]
public sealed class WaitingForTheLock
{
    [Test]
    public async Task A_session_that_waits_for_another_process_lets_others_of_its_own_try_and_goes_on_when_the_lock_is_gone()
    {
        await using var store = new TestStore("sqlite");
        var path = Path.Combine(store.Folder, "feedback.db");
        await using var database = new SqliteDatabase($"Data Source={path}");
        await database.Prepare(default);
        Task<Session> waiting;
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);
            waiting = Task.Run(() => database.Write());
            Assert.That(() => database.Gate.CurrentCount, Is.Zero.After(60_000, 5), "It has its turn.");
            Assert.That(await database.Gate.WaitAsync(TimeSpan.FromSeconds(60)), "Somebody else has the next one.");
            Assert.That(waiting.IsCompleted, Is.False, "It has not given up.");
        }
        database.Gate.Release();
        await using var session = await waiting;
        await session.Commit();
    }
}
