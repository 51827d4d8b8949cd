using System.CommandLine;
using Feedback.Api.Data;

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
        await using var database = Settings.Read(configuration).OpenDatabase();
        var ran = await Migrator.Migrate(database, TimeProvider.System, cancellation);
        foreach (var name in ran) Console.WriteLine($"ran {name}");
        Console.WriteLine(ran.Count == 0 ? "Nothing to do: the store has the present schema." : $"{ran.Count} done: the store has the present schema.");
        return CommandLine.Done;
    }
}
