using System.Text.Json;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Demo;

/// <summary>The embedded store of the demo: made, made again, or served as it is. A store without the demo's marker is never touched.</summary>
internal static class DemoStore
{
    /// <summary>Makes sure that the store holds the catalogue of the demo.</summary>
    /// <returns>The keys, and whether every answer is in already.</returns>
    /// <exception cref="InvalidSettingException">The folder holds a store that is in use, or is no demo's.</exception>
    public static async Task<(DemoKeys Keys, DemoOptions Options, bool IsComplete)> Prepare(Settings settings, int? seed, TimeProvider time, CancellationToken cancellation)
    {
        var today = Days.Date(new OrganisationClock(time, settings.Zone()).DayOf(time.GetUtcNow()));
        await using (var database = OpenEmbedded(settings))
        {
            if (await Find(database, seed, today, cancellation) is { } complete) return (complete.Keys, new DemoOptions { Seed = complete.Seed }, true);
        }
        var options = new DemoOptions { Seed = seed ?? DemoOptions.DefaultSeed };
        await using var made = OpenEmbedded(settings);
        await Migrator.Migrate(made, time, cancellation);
        await using var session = await made.Write(cancellation);
        var keys = await DemoCatalogue.Write(session, options, today, time);
        await session.Commit();
        return (keys, options, false);
    }

    /// <summary>Takes the store before it is looked at: one that a process serves is not to be made anew.</summary>
    public static async Task<IDisposable?> Hold(Settings settings)
    {
        await using var database = OpenEmbedded(settings);
        return database.Hold();
    }

    /// <summary>The complete and current demo that the file holds. Deletes any other demo; leaves a store alone that is none.</summary>
    private static async Task<(DemoKeys Keys, int Seed)?> Find(SqliteDatabase database, int? seed, DateOnly today, CancellationToken cancellation)
    {
        if (!File.Exists(database.DataSource)) return null;
        await using (var session = await database.Read(cancellation))
        {
            if (await session.Row<string>(Queries.FindHistory) is null) return null;
            if (await Setting(session, DemoCatalogue.MarkerSetting) is not { } text)
            {
                // Migrated and no more: a demo that was stopped in its first moment. The first start of any service leaves a secret.
                if (await Setting(session, Startup.SecretName) is null) return null;
                throw new InvalidSettingException("Feedback:DataDirectory", "names a folder whose store is not a demo's; the demo leaves it alone");
            }
            var isComplete = await Setting(session, DemoCatalogue.CompleteSetting) is not null;
            if (isComplete && DemoMarker.Parse(text) is { } marker && marker.IsCurrent(seed, today) && await Setting(session, DemoCatalogue.KeysSetting) is { } keys)
                return (JsonSerializer.Deserialize<DemoKeys>(keys)!, marker.Seed);
        }
        if (!await database.TryDelete(cancellation)) throw new InvalidSettingException("Feedback:DataDirectory", "names a demo store that another process has open");
        return null;
    }

    private static Task<string?> Setting(Session session, string name) => session.Row<string>(Queries.ReadSetting, new { Name = name });

    private static SqliteDatabase OpenEmbedded(Settings settings) =>
        settings.Database is { Engine: "sqlite", ConnectionString: null }
            ? (SqliteDatabase)settings.OpenDatabase()
            : throw new InvalidSettingException("Feedback:Database", "is not for the demo: it has an embedded store of its own, in the folder Feedback:DataDirectory");
}
