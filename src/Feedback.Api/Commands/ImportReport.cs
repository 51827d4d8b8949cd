using System.Diagnostics;
using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports;

namespace Feedback.Api.Commands;

/// <summary>Runs an import and tells on the console how it goes: a line a second meanwhile, the rejects, and a summary.</summary>
internal static class ImportReport
{
    /// <summary>Imports the file of a plan.</summary>
    /// <returns>Done, or Failed when a row was rejected or it was stopped.</returns>
    public static async Task<int> Run(ImportPlan plan, ImportMap? stored, CatalogueSnapshot catalogue, IServiceProvider services, FileInfo? rejects, bool isDryRun)
    {
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var import = ActivatorUtilities.CreateInstance<Import>(services);
        var tally = new ImportTally();
        var started = Stopwatch.GetTimestamp();
        await using var source = (await plan.Open(stored, stopping))!;
        var bound = plan.Bind(source, stored, catalogue);
        Tell("not read", bound.Ignored);
        Tell("read as places in the order of the options, because no code or alias is a number", bound.Assumed);
        if (bound.Unmatched.Count > 0) Console.Error.WriteLine(Text($"items without a column: {string.Join(", ", bound.Unmatched.Take(BoundImport.ListedColumns))}"));
        foreach (var warning in bound.Warnings) Console.Error.WriteLine(warning);
        using var rejectFile = rejects is null ? null : new RejectFile(rejects.Create(), source);
        try
        {
            var running = import.Run(source.Rows, source.Header, bound.Map, catalogue, isDryRun, tally, rejectFile is null ? null : rejectFile.Add, stopping);
            while (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None)) != running)
                Console.Error.WriteLine(Text($"{tally.Read:N0} of {plan.Rows:N0} rows, {tally.Rejected:N0} rejected, {Rate(tally, started):N0} rows/s"));
            await running;
        }
        catch (Exception e) when (e is OperationCanceledException or ImportStoppedException)
        {
            Console.Error.WriteLine(e is ImportStoppedException ? e.Message : "Stopped. What was stored stays; importing again stores nothing twice.");
            Summarise(tally, started, isDryRun);
            return CommandLine.Failed;
        }
        Summarise(tally, started, isDryRun);
        return tally.Rejected == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static void Tell(string what, IReadOnlyList<string> columns)
    {
        if (columns.Count > 0) Console.Error.WriteLine(Text($"columns {what}: {string.Join(", ", columns.Take(BoundImport.ListedColumns))}"));
    }

    private static void Summarise(ImportTally tally, long started, bool isDryRun)
    {
        foreach (var reject in tally.Rejects)
            Console.Error.WriteLine(reject.Column.Length == 0 ? Text($"line {reject.Line}: {reject.Reason}") : Text($"line {reject.Line}, column {reject.Column}: {reject.Reason}"));
        if (tally.Rejected > tally.Rejects.Count) Console.Error.WriteLine(Text($"and {tally.Rejected - tally.Rejects.Count:N0} more"));
        var leftOut = tally.LeftOut == 0 ? "" : Text($", {tally.LeftOut:N0} left out");
        var erased = tally.Erased == 0 ? "" : Text($", {tally.Erased:N0} erased before");
        var outcome = isDryRun ? Text($"{tally.Stored:N0} can be stored") : Text($"{tally.Stored:N0} stored, {tally.AlreadyStored:N0} already stored{erased}");
        Console.WriteLine(Text($"{tally.Read:N0} rows read: {outcome}{leftOut}, {tally.Rejected:N0} rejected; {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s, {Rate(tally, started):N0} rows/s."));
        if (isDryRun) Console.WriteLine("A dry run: nothing was stored or published.");
    }

    private static double Rate(ImportTally tally, long started) => tally.Read / Math.Max(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.001);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
