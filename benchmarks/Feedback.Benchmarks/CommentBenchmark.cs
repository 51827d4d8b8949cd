using System.Diagnostics;
using System.Text;
using Feedback.Api.Data;
using Microsoft.Data.Sqlite;

namespace Feedback.Benchmarks;

/// <summary>What listing and searching comments costs when they are stored, and how long a page takes at a million comments of two years.</summary>
public static class CommentBenchmark
{
    private const int Rounds = 3, Repeats = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static string Month => Sample.Day(100).ToString("yyyy-MM", null);

    private static (string What, string Query)[] Reads =>
    [
        ("first page of 1,000 of one month", $"period={Month}"),
        ("first page of 100 of two years", "limit=100"),
        ("first page of 1,000 of two years", ""),
        ("first page of 1,000 of one month, one channel of ten, negative", $"period={Month}&where=channel:c3&sentiment=negative"),
        ("search of two words in one month", $"period={Month}&search=battery+life"),
        ("search of a phrase in two years, first 1,000", "search=%22customer+service%22"),
        ("search of a word that is in every seventh text, two years, first 1,000", "search=great"),
    ];

    public static async Task Run(Report report, bool isQuick)
    {
        var folder = Directory.CreateTempSubdirectory("feedback-bench").FullName;
        try
        {
            await Ingest(report, Path.Combine(folder, "ingest"), isQuick ? 20_000 : 100_000);
            await List(report, Path.Combine(folder, "list"), isQuick ? 100_000 : 1_000_000);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Rounds take turns, because the machine is never the same for long.</summary>
    private static async Task Ingest(Report report, string folder, int count)
    {
        var (without, beside, inside) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            without.Add(await Filled($"{folder}-without-{round}", count, isListing: false, "drop index comment_unlisted"));
            beside.Add(await Filled($"{folder}-beside-{round}", count, isListing: true));
            inside.Add(await Filled($"{folder}-inside-{round}", count, isListing: false,
                "create trigger bench_words after insert on comment begin insert into comment_text (rowid, text) values (new.seq, new.text); end"));
        }
        var usual = Report.Median(without);
        report.AddRate("responses with a text each, read, redacted and stored, if comments were neither listed nor searched", usual);
        report.AddRate("the same as it is: listed and indexed behind it", Report.Median(beside), $"{Report.Ratio(Report.Median(beside) / usual)} of it");
        report.AddRate("the same with the index of words kept by a trigger, which was not taken", Report.Median(inside), $"{Report.Ratio(Report.Median(inside) / usual)} of it");
    }

    private static async Task<double> Filled(string folder, int count, bool isListing, string? change = null)
    {
        await using var database = await Made(folder);
        if (change is not null)
        {
            using var connection = new SqliteConnection($"Data Source={database.DataSource}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = change;
            command.ExecuteNonQuery();
        }
        return await CommentFill.Run(database, count, isListing);
    }

    private static async Task<SqliteDatabase> Made(string folder)
    {
        Directory.CreateDirectory(folder);
        await using (var service = await IngestBenchmark.Service(folder))
        using (var client = await IngestBenchmark.Prepare(service))
        {
            (await client.PutAsync($"/v1/surveys/{CommentFill.Survey}", new StringContent(CommentFill.Definition, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }
        return new SqliteDatabase($"Data Source={Path.Combine(folder, "feedback.db")}");
    }

    private static async Task List(Report report, string folder, int count)
    {
        await using (var database = await Made(folder))
        {
            await CommentFill.Run(database, count, isListing: false);
            var watch = Stopwatch.StartNew();
            while (await database.ListComments(5_000, default) > 0) { }
            report.AddRate($"listing and indexing {count:N0} comments behind an import, comments", count / watch.Elapsed.TotalSeconds);
        }
        await using var service = await IngestBenchmark.Service(folder);
        using var client = await IngestBenchmark.Prepare(service);
        foreach (var (what, query) in Reads)
        {
            var path = $"/v1/comments?survey={CommentFill.Survey}&{query}";
            for (var warm = 0; warm < 15; warm++) await client.GetStringAsync(path);
            var times = new List<double>();
            for (var all = Stopwatch.StartNew(); times.Count < Repeats && all.Elapsed < Longest;)
            {
                var watch = Stopwatch.StartNew();
                await client.GetStringAsync(path);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            report.AddTime($"comments, {count:N0} of them: {what}, over HTTP, median", Report.Median(times), $"best {times.Min():0.0} ms, p99 {Report.Percentile(times, .99):0.0} ms");
        }
    }
}
