using System.CommandLine;
using Feedback.Api.Audit;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Commands;

/// <summary><c>feedback migrate</c>: brings the store to the present schema and says what ran. Safe beside running services.</summary>
public static class MigrateCommand
{
    public static Command Make(string[] settings)
    {
        var command = new Command("migrate", "Brings the store to the present schema and prints what ran.");
        command.SetAction((_, cancellation) => Run(settings, cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, CancellationToken cancellation)
    {
        var configuration = Host.CreateApplicationBuilder(settings).Configuration;
        var known = Settings.Read(configuration);
        await using var database = known.OpenDatabase();
        var ran = await Migrator.Migrate(database, TimeProvider.System, cancellation);
        if (ran.Count > 0) await VerbLine.Write(database, new OrganisationClock(TimeProvider.System, known.Zone()), "migrate", new Dictionary<string, string> { ["schema"] = Path.GetFileNameWithoutExtension(ran[^1]) });
        foreach (var name in ran) Console.WriteLine($"ran {name}");
        Console.WriteLine(ran.Count == 0 ? "Nothing to do: the store has the present schema." : $"{ran.Count} done: the store has the present schema.");
        return CommandLine.Done;
    }
}
