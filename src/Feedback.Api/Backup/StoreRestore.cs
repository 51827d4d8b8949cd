using System.Globalization;
using Feedback.Api.Audit;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Backup;

/// <summary>Puts a backup where no store is. What is wrong with it is found before anything is there.</summary>
internal sealed class StoreRestore(Database database, TimeProvider time, OrganisationClock clock)
{
    /// <summary>Restores a backup.</summary>
    /// <param name="backup">The file; its manifest lies beside it.</param>
    /// <param name="erased">A list of erased ids, or a store, whose responses are taken back again; null for none.</param>
    /// <param name="check">Checks the store before it gets its name; false leaves nothing.</param>
    /// <param name="cancellation">Ends it early; nothing is left then.</param>
    /// <exception cref="RestoreException">Why it was not restored.</exception>
    public async Task<Restored> Run(string backup, string? erased, Func<Database, Task<bool>> check, CancellationToken cancellation)
    {
        var target = database.FilePath!;
        foreach (var taken in (string[])[target, target + "-wal"])
        {
            if (File.Exists(taken)) throw new RestoreException($"There is a store at {taken}. It is left as it is; restore into an empty folder (--Feedback:DataDirectory), or move it away.");
        }
        var manifest = await ManifestOf(backup, cancellation);
        if (erased is not null && await ErasedIds.Fault(erased) is { } fault) throw new RestoreException(fault);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = DurableFile.Beside(target);
        try
        {
            await DurableFile.Copy(backup, partial, cancellation);
            var restored = await MakeReady(partial, manifest, erased, check, cancellation);
            DurableFile.Name(partial, target);
            return restored;
        }
        finally
        {
            foreach (var left in (string[])[partial, partial + "-journal", partial + "-wal", partial + "-shm"]) File.Delete(left);
        }
    }

    private static async Task<BackupManifest> ManifestOf(string backup, CancellationToken cancellation)
    {
        if (!File.Exists(backup)) throw new RestoreException($"There is no {backup}.");
        var path = BackupManifest.PathOf(backup);
        if (!File.Exists(path)) throw new RestoreException($"There is no {path}: the backup was not finished, or its manifest was not kept.");
        if (BackupManifest.Parse(await File.ReadAllTextAsync(path, cancellation)) is not { } manifest) throw new RestoreException($"{path} is no manifest.");
        if (new FileInfo(backup).Length != manifest.Bytes || await DurableFile.HashOf(backup, cancellation) != manifest.Sha256)
            throw new RestoreException($"{backup} is not the file that its manifest was made of: it was changed, or cut.");
        return manifest;
    }

    private async Task<Restored> MakeReady(string path, BackupManifest manifest, string? erased, Func<Database, Task<bool>> check, CancellationToken cancellation)
    {
        await using var copy = database.OpenFile(path);
        var (missing, unknown) = await Schema(copy, cancellation);
        if (unknown.Count > 0) throw new RestoreException($"The backup was made by a later version ({manifest.Version}, schema {manifest.Schema}) than this one.");
        await using (var session = await copy.Read(cancellation))
        {
            if (await BackupRows.Of(session) != manifest.Rows) throw new RestoreException("The backup does not hold as much as its manifest says.");
        }
        var takenBack = 0L;
        if (erased is not null)
        {
            await Migrator.Migrate(copy, time, cancellation);
            missing = [];
            takenBack = await ErasedIds.Apply(copy, erased, time, cancellation);
        }
        if (missing.Count == 0 && !await check(copy)) throw new RestoreException("The backup does not agree with itself, so that it was not restored.");
        if (missing.Count == 0) await Log(copy, manifest, erased is not null);
        return new(manifest, missing.Count == 0, takenBack);
    }

    /// <summary>Says in the ledger of what is restored that it is, and as of when. The ledger of an earlier schema takes no line of this version.</summary>
    private Task Log(Database copy, BackupManifest manifest, bool isErasedAgain)
    {
        var target = new Dictionary<string, string> { ["madeAt"] = manifest.MadeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
        if (isErasedAgain) target["option"] = "erased-since";
        return VerbLine.Write(copy, clock, "restore", target);
    }

    private static async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)> Schema(Database database, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        return await Migrator.Compare(session);
    }
}

/// <summary>What was restored.</summary>
/// <param name="Manifest">Of the backup.</param>
/// <param name="IsChecked">False where the next start has to bring it to the present schema first.</param>
/// <param name="TakenBack">Responses that were erased after the backup was made, and were again.</param>
internal sealed record Restored(BackupManifest Manifest, bool IsChecked, long TakenBack);

/// <summary>Why a backup was not restored; nothing was changed.</summary>
internal sealed class RestoreException(string message) : Exception(message);
