using System.CommandLine;
using System.Data;
using System.Globalization;
using System.Text.Json;
using Feedback.Api.Audit;
using Feedback.Api.Checking;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Commands;

/// <summary><c>feedback check</c>: counts everything again from the raw answers, compares, and prints what differs. May run beside a service that stores.</summary>
public static class CheckCommand
{
    private const int ListedFindings = 200;

    public static Command Make(string[] settings)
    {
        var mend = new Option<bool>("--mend") { Description = "Makes right what can be made right without taking anything away." };
        var command = new Command("check", "Counts everything again from the raw answers, compares, and prints what differs. Services on the store may go on.") { mend };
        command.SetAction((parsed, cancellation) => Run(settings, parsed.GetValue(mend), cancellation));
        return command;
    }

    private static async Task<int> Run(string[] settings, bool mends, CancellationToken cancellation)
    {
        var known = Settings.Read(Host.CreateApplicationBuilder(settings).Configuration);
        await using var database = known.OpenDatabase();
        if (await Fault(database, cancellation) is { } fault) return CommandLine.Complain(fault, CommandLine.Wrong);
        if (!mends) return await Look(database, false, cancellation);
        var clock = new OrganisationClock(TimeProvider.System, known.Zone());
        return await VerbLine.Beside(database, clock, "check", new Dictionary<string, string> { ["option"] = "mend" }, () => Look(database, true, cancellation));
    }

    /// <summary>Checks a store and prints what comes out.</summary>
    /// <returns>Done where nothing is wrong any more, Failed where something is left, Wrong where it could not be checked.</returns>
    internal static async Task<int> Check(Database database, bool mends, CancellationToken cancellation) =>
        await Fault(database, cancellation) is { } fault ? CommandLine.Complain(fault, CommandLine.Wrong) : await Look(database, mends, cancellation);

    private static async Task<int> Look(Database database, bool mends, CancellationToken cancellation)
    {
        var told = 0;
        CheckSummary summary;
        try
        {
            summary = await new StoreCheck(database, TimeProvider.System, finding =>
            {
                if (++told <= ListedFindings) Console.WriteLine(finding.IsMended ? $"mended: {finding.Text}" : finding.Text);
            }).Run(mends, cancellation);
        }
        catch (Exception e) when (IsOfContent(e))
        {
            // Its message may quote what the store holds.
            return CommandLine.Complain($"The store cannot be checked: something in it cannot be read, which nothing but damage explains: restore a backup. ({e.GetType().Name})", CommandLine.Failed);
        }
        if (told > ListedFindings) Console.WriteLine(Text($"and {told - ListedFindings:N0} more"));
        var looked = Text($"{summary.Responses:N0} responses and {summary.Counts:N0} counts were looked at");
        if (told == 0) Console.WriteLine($"{looked}: everything agrees.");
        else Console.WriteLine(Text($"{looked}: {summary.Mended:N0} differences mended, {summary.Left:N0} left."));
        return summary.Left == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>Whether what is stored is not what it has to be, a survey's definition, say; what the store itself and its surroundings refuse is told elsewhere.</summary>
    private static bool IsOfContent(Exception error) =>
        error is JsonException or DataException or FormatException or OverflowException or ArgumentException or InvalidOperationException or KeyNotFoundException or InvalidCastException or NullReferenceException or IndexOutOfRangeException;

    private static async Task<string?> Fault(Database database, CancellationToken cancellation) =>
        database.MayExist ? await SchemaFault(database, cancellation) : "There is no store here to check.";

    /// <summary>Why a store cannot be worked on by this version, or null.</summary>
    internal static async Task<string?> SchemaFault(Database database, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        return await Migrator.Compare(session) switch
        {
            { Unknown.Count: > 0 } => "The store has a later schema than this version knows.",
            { Missing.Count: > 0 } => "The store has an earlier schema: start the service on it, or run feedback migrate, and check again.",
            _ => null,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
