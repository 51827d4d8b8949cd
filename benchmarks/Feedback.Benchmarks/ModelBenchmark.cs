using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Microsoft.Data.Sqlite;

namespace Feedback.Benchmarks;

/// <summary>
/// The numbers of the cost model in docs/scaling.md, of the embedded store alone: processor time of the writer a response and a count, of folding, and bytes. Processor time is that of
/// this thread, so that a machine that others use gives about the same.
/// </summary>
internal static class ModelBenchmark
{
    private const int Responses = 60_000;

    private static readonly (string What, int Group, bool IsHistory)[] Ways =
    [
        ("single posts of a quiet hour: a transaction each, today's answers", 1, false),
        ("single posts of sixty senders: 20 in a transaction, today's answers", 20, false),
        ("batches: 1,000 in a transaction, today's answers of 200 cohorts", 1_000, false),
        ("history: 1,000 in a transaction, no two of one cohort's day", 1_000, true),
    ];

    public static async Task Run(Report report)
    {
        foreach (var (what, group, isHistory) in Ways)
        {
            var folder = Directory.CreateTempSubdirectory("feedback-bench").FullName;
            try
            {
                await using (var service = await IngestBenchmark.Service(folder))
                using (await IngestBenchmark.Prepare(service)) { }
                await Measure(report, folder, what, group, group == 1 ? Responses / 10 : Responses, isHistory);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task Measure(Report report, string folder, string what, int size, int count, bool isHistory)
    {
        await using var database = new SqliteDatabase($"Data Source={LargeFill.FileOf(folder)}");
        var snapshot = await new CatalogueCache(database).Refresh();
        var groups = Fill.Groups(snapshot, count, size, i => (i % Sample.Units, i / Sample.Units % Sample.Channels, Sample.Day(isHistory ? i / LargeFill.Cohorts % Sample.Days : 0)));
        using var store = database.OpenResponseStore(new Cohorts());
        // The cohorts are made, and the code has come to its last tier, before it is measured.
        foreach (var group in groups[..(groups.Count / 5)]) store.Store(group);
        groups = groups[(groups.Count / 5)..];
        Fold(store);
        var (empty, counts, started) = (Bytes(folder), 0L, Processor());
        foreach (var group in groups) counts += store.Store(group);
        var (stored, written) = (Processor() - started, Bytes(folder));
        started = Processor();
        Fold(store);
        var folded = Processor() - started;
        var responses = groups.Sum(g => g.Length);
        report.Add(what, $"{1000 * stored / responses:0.0} us of the writer a response",
            $"{(double)counts / responses:0.0} counts appended a response; folding {1000 * folded / responses:0.0} us a response, {1000 * folded / counts:0.00} us a count; {(double)(written - empty) / responses:0} bytes a response before it");
    }

    private static void Fold(ResponseStore store)
    {
        while (store.Fold(store.FoldSize, TimeProvider.System) > 0) { }
    }

    /// <summary>Milliseconds of processor time of this thread so far.</summary>
    private static double Processor()
    {
        var stat = File.ReadAllText("/proc/thread-self/schedstat").Split(' ');
        return double.Parse(stat[0], CultureInfo.InvariantCulture) / 1e6;
    }

    private static long Bytes(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={LargeFill.FileOf(folder)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select (page_count - freelist_count) * page_size from pragma_page_count, pragma_freelist_count, pragma_page_size";
        return (long)command.ExecuteScalar()!;
    }
}
