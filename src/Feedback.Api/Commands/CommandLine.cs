using System.CommandLine;
using System.Data.Common;
using Feedback.Api.Data;

namespace Feedback.Api.Commands;

/// <summary>Every verb of the command line. Without a verb the service is served.</summary>
public static class CommandLine
{
    /// <summary>It was done, it was done in part or not at all, the command line or a setting is wrong.</summary>
    public const int Done = 0, Failed = 1, Wrong = 2;

    private const string Description =
        """
        Feedback: a self-hosted service for the voice of employees and customers.

        Any setting can stand on the command line of any verb: --Feedback:DataDirectory=/var/lib/feedback,
        --Feedback:TimeZone=Europe/Berlin, --urls http://*:8080.
        """;

    /// <summary>Runs what the arguments ask for and gives the exit code.</summary>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            var (settings, verb) = SettingArguments.Split(args);
            var parsed = Verbs(settings).Parse(verb);
            // The host ends in order by itself on Ctrl+C and SIGTERM; and what is thrown is told apart below.
            var exit = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            return parsed.Errors.Count > 0 ? Wrong : exit;
        }
        catch (InvalidSettingException e)
        {
            return Complain(e.Message, Wrong);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return Complain(Database.Reason(e) is { } reason ? $"The store cannot be used: {reason} ({e.Message})" : $"The store cannot be used: {e.Message}", Failed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Complain(e.Message, Failed);
        }
    }

    private static RootCommand Verbs(string[] settings)
    {
        var root = new RootCommand(Description);
        root.SetAction((_, _) => ServeCommand.Run(settings));
        root.Subcommands.Add(ServeCommand.Make(settings));
        root.Subcommands.Add(DemoCommand.Make(settings));
        root.Subcommands.Add(MigrateCommand.Make(settings));
        root.Subcommands.Add(ImportCommand.Make(settings));
        root.Subcommands.Add(CheckCommand.Make(settings));
        root.Subcommands.Add(BackupCommand.Make(settings));
        root.Subcommands.Add(RestoreCommand.Make(settings));
        root.Subcommands.Add(OpenApiCommand.Make());
        root.Subcommands.Add(DocsCommand.Make());
        return root;
    }

    /// <summary>One line on the error stream.</summary>
    internal static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
