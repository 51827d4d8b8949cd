using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Feedback.Api.Audit;
using Feedback.Api.Backup;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Commands;

/// <summary><c>feedback backup</c>: a copy of the embedded store while services store, checked by opening it.</summary>
public static class BackupCommand
{
    private const string OfServer =
        "The server makes its own backups; run there: backup database [NAME] to disk = N'PATH' with copy_only, checksum; and restore verifyonly from disk = N'PATH' with checksum;";

    public static Command Make(string[] settings)
    {
        var output = new Option<FileInfo>("--output") { Description = "The file to make. Nothing is ever overwritten.", Required = true, HelpName = "PATH" };
        var erasedOnly = new Option<bool>("--erased-only") { Description = "Writes only the list of what was erased, which restore takes. It is small and soon made." };
        var command = new Command("backup", "Copies the store while services on it go on, and checks the copy.") { output, erasedOnly };
        command.SetAction((parsed, cancellation) => Run(settings, parsed.GetValue(output)!.FullName, parsed.GetValue(erasedOnly), cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, string path, bool isOfErasedOnly, CancellationToken cancellation)
    {
        var read = Settings.Read(Host.CreateApplicationBuilder(settings).Configuration);
        await using var database = read.OpenDatabase();
        if (database.FilePath is null) return CommandLine.Complain(OfServer, CommandLine.Wrong);
        if (!database.MayExist) return CommandLine.Complain("There is no store here to back up.", CommandLine.Wrong);
        string[] made = isOfErasedOnly ? [path] : [path, BackupManifest.PathOf(path), ErasedIds.PathOf(path)];
        if (made.FirstOrDefault(File.Exists) is { } taken) return CommandLine.Complain($"There is something at {taken}; it is left as it is.", CommandLine.Wrong);
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder)) return CommandLine.Complain($"There is no folder {folder}.", CommandLine.Wrong);
        if (await CheckCommand.SchemaFault(database, cancellation) is { } fault) return CommandLine.Complain(fault, CommandLine.Wrong);
        var clock = new OrganisationClock(TimeProvider.System, read.Zone());
        // Before it is made: no copy lacks its line, and the copy has it too.
        await Log(database, clock, isOfErasedOnly, LedgerLine.Done);
        var outcome = isOfErasedOnly ? await List(database, path) : await Copy(database, read, path, cancellation);
        if (outcome != CommandLine.Done) await Log(database, clock, isOfErasedOnly, LedgerLine.Failed);
        return outcome;
    }

    /// <summary>Writes the line into the ledger. A store that takes no line, because the disk is full, say, is the one that most needs a backup.</summary>
    private static async Task Log(Database database, OrganisationClock clock, bool isOfErasedOnly, string status)
    {
        try
        {
            await VerbLine.Write(database, clock, "backup", new Dictionary<string, string> { ["option"] = isOfErasedOnly ? "erased-only" : "whole" }, status);
        }
        catch (DbException e)
        {
            Console.Error.WriteLine($"The ledger has no line of this backup: {(Database.Reason(e) ?? e.Message).ReplaceLineEndings(" ")}");
        }
    }

    private static async Task<int> List(Database database, string path)
    {
        var count = await ErasedIds.Write(database, path);
        Console.WriteLine(Text($"{count:N0} erased ids are in {path}."));
        return CommandLine.Done;
    }

    private static async Task<int> Copy(Database database, Settings settings, string path, CancellationToken cancellation)
    {
        try
        {
            var manifest = await new StoreBackup(database, settings, TimeProvider.System).Make(path, cancellation);
            Console.WriteLine(Text($"{manifest.Rows.Responses:N0} responses and {manifest.Rows.Texts:N0} texts, {manifest.Bytes:N0} bytes, are in {path}."));
            Console.WriteLine(manifest.Secret == SecretPlace.Outside
                ? "Feedback:Secret is set and is not in the backup: keep it too, in another place. Without it no receipt, respondent or code is known again."
                : "The secret of keyed hashes is in the store and so in the backup: keep it as safe as the store.");
            return CommandLine.Done;
        }
        catch (InvalidDataException e)
        {
            return CommandLine.Complain(e.Message, CommandLine.Failed);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
