using Feedback.Api.Data;
using Feedback.Api.Features.Running;

namespace Feedback.Api.Backup;

/// <summary>Makes a backup of an embedded store while services store: one snapshot, checked by opening it, and whole or not there.</summary>
internal sealed class StoreBackup(Database database, Settings settings, TimeProvider time)
{
    /// <summary>Makes it.</summary>
    /// <param name="path">Where; nothing is there, nor its manifest.</param>
    /// <param name="cancellation">Ends it early; nothing is left then.</param>
    /// <returns>What it is.</returns>
    /// <exception cref="InvalidDataException">The copy is not sound: the store is not, or the disk.</exception>
    public async Task<BackupManifest> Make(string path, CancellationToken cancellation)
    {
        var partial = DurableFile.Beside(path);
        try
        {
            // Made by us, so that nobody else may read it even while it is written.
            await DurableFile.Create(partial).DisposeAsync();
            var madeAt = time.GetUtcNow();
            await database.CopyTo(partial, cancellation);
            var (schema, rows) = await Look(partial, cancellation);
            var manifest = new BackupManifest
            {
                Version = ReadVersion.Version,
                Schema = schema,
                MadeAt = madeAt,
                Bytes = new FileInfo(partial).Length,
                Sha256 = await DurableFile.HashOf(partial, cancellation),
                Secret = settings.Secret is null ? SecretPlace.Store : SecretPlace.Outside,
                Rows = rows,
            };
            await using (var copy = database.OpenFile(partial)) await ErasedIds.Write(copy, ErasedIds.PathOf(path));
            DurableFile.Name(partial, path);
            await DurableFile.Write(BackupManifest.PathOf(path), writer => writer.WriteLineAsync(manifest.ToText()));
            return manifest;
        }
        finally
        {
            foreach (var left in (string[])[partial, partial + "-journal", partial + "-wal", partial + "-shm"]) File.Delete(left);
        }
    }

    /// <summary>Opens a copy as a store: its last migration, and how much it holds.</summary>
    private async Task<(string Schema, BackupRows Rows)> Look(string path, CancellationToken cancellation)
    {
        await using var copy = database.OpenFile(path);
        if (await copy.FindFaults(cancellation) is [var fault, ..]) throw new InvalidDataException($"The copy is not sound, and was removed: {fault}");
        await using var session = await copy.Read(cancellation);
        return (Path.GetFileNameWithoutExtension((await session.Rows<string>(Queries.ReadMigrations))[^1]), await BackupRows.Of(session));
    }
}
