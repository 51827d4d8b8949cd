using System.CommandLine;
using System.Globalization;
using Feedback.Api.Backup;
using Feedback.Api.Ingest;

namespace Feedback.Api.Commands;

/// <summary><c>feedback restore</c>: puts a backup where no store is, and checks it before it gets its name.</summary>
public static class RestoreCommand
{
    private const string OfServer = "The server restores its own backups; run there: restore database [NAME] from disk = N'PATH' with checksum; and then feedback check.";

    public static Command Make(string[] settings)
    {
        var backup = new Argument<FileInfo>("backup") { Description = "What feedback backup made; its manifest lies beside it.", HelpName = "BACKUP" };
        var erased = new Option<FileInfo?>("--erased-since")
        {
            Description = "A later list of erased ids (BACKUP.erased of a later backup, or of backup --erased-only), or a later store: what was erased after the backup was made is erased again.",
            HelpName = "LIST_OR_STORE",
        };
        var command = new Command("restore", "Puts a backup where no store is, and checks it.") { backup, erased };
        command.SetAction((parsed, cancellation) => Run(settings, parsed.GetValue(backup)!.FullName, parsed.GetValue(erased)?.FullName, cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, string backup, string? erased, CancellationToken cancellation)
    {
        var read = Settings.Read(Host.CreateApplicationBuilder(settings).Configuration);
        await using var database = read.OpenDatabase();
        if (database.FilePath is null) return CommandLine.Complain(OfServer, CommandLine.Wrong);
        try
        {
            var restored = await new StoreRestore(database, TimeProvider.System, new OrganisationClock(TimeProvider.System, read.Zone())).Run(backup, erased, async copy => await CheckCommand.Check(copy, false, cancellation) == CommandLine.Done, cancellation);
            if (restored.TakenBack > 0) Console.WriteLine(Text($"{restored.TakenBack:N0} responses that were erased after the backup was made were erased again."));
            if (erased is null) Console.WriteLine("Responses that were erased after the backup was made are back; with --erased-since they would not be.");
            Console.WriteLine("Keys, webhooks and names to mask are as they were then: revoke again what was revoked or rotated since, and remove webhooks that were removed, before it is served.");
            if (!restored.IsChecked) Console.WriteLine("It has an earlier schema: the next start brings it to the present one. Check it then.");
            if (restored.Manifest.Secret == SecretPlace.Outside) Console.WriteLine("It was made under Feedback:Secret: set the same before it is served.");
            Console.WriteLine(Text($"{database.FilePath} is restored as of {restored.Manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC."));
            return CommandLine.Done;
        }
        catch (RestoreException e)
        {
            return CommandLine.Complain(e.Message, CommandLine.Failed);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
