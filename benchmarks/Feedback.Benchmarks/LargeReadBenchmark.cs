using System.Diagnostics;
using System.Globalization;

namespace Feedback.Benchmarks;

/// <summary>
/// Indicator reads at 100 M answers of 200 cohorts in two years: the first after a start, many one after the other, and while responses come in. The counts are
/// whole; a tenth of the raw answers is there, which no such read touches. Beside the clock stands the processor time of the service, for machines that others use too.
/// </summary>
internal static class LargeReadBenchmark
{
    private const int Counted = 10_000_000, Raw = 1_000_000, Repeats = 400, Posted = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="report">Takes the figures.</param>
    /// <param name="kept">A folder whose store is made where there is none, and kept; null for one that is deleted.</param>
    public static async Task Run(Report report, string? kept)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("feedback-bench").FullName;
        try
        {
            if (!File.Exists(LargeFill.FileOf(folder))) await Fill(report, folder);
            await using var service = await IngestBenchmark.Service(folder);
            using var client = await IngestBenchmark.Prepare(service);
            foreach (var (what, path) in ReadBenchmark.Reads) report.AddTime($"{what}, 100 M answers, the first since the start", await Once(client, path));
            report.Add("memory of the service after them (most ever held)", service.PeakMegabytes().ToString("0", CultureInfo.InvariantCulture) + " MB");
            foreach (var (what, path) in ReadBenchmark.Reads)
            {
                for (var warm = 0; warm < 60; warm++) await client.GetStringAsync(path);
                await Many(report, service, client, $"{what}, 100 M answers", path);
            }
            await WhilePosting(report, service, client);
        }
        finally
        {
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(Report report, string folder)
    {
        Directory.CreateDirectory(folder);
        await using (var first = await IngestBenchmark.Service(folder))
        using (await IngestBenchmark.Prepare(first)) { }
        var store = await LargeFill.Run(folder, Counted, Raw);
        report.Add("100 M answers: counts of all of them by 200 cohorts, two years of days, months and years", $"{store.Counts / 1e6:0.0} M rows", $"{store.CountBytes / 1e6:N0} MB, {(double)store.CountBytes / store.Counts:0} bytes a count");
        report.Add("raw answers of a tenth of them, ten a response", $"{store.Responses / 1e6:0.0} M responses", $"{store.ResponseBytes / 1e6:N0} MB, {(double)store.ResponseBytes / store.Responses:0} bytes a response");
    }

    private static async Task<double> Once(HttpClient client, string path)
    {
        var watch = Stopwatch.StartNew();
        await client.GetStringAsync(path);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task Many(Report report, ChildProcess service, HttpClient client, string what, string path)
    {
        var times = new List<double>();
        var worked = service.ProcessorMilliseconds();
        for (var all = Stopwatch.StartNew(); times.Count < Repeats && all.Elapsed < Longest;) times.Add(await Once(client, path));
        worked = (service.ProcessorMilliseconds() - worked) / times.Count;
        report.AddTime($"{what}, median", Report.Median(times), $"p99 {Report.Percentile(times, .99):0.0} ms; {worked:0.00} ms of processor time");
    }

    /// <summary>So many responses a second, each for itself, while the reads are done again.</summary>
    private static async Task WhilePosting(Report report, ChildProcess service, HttpClient client)
    {
        using var end = new CancellationTokenSource();
        var posts = Post(client, end.Token);
        foreach (var (what, path) in ReadBenchmark.Reads)
        {
            for (var warm = 0; warm < 10; warm++) await client.GetStringAsync(path);
            await Many(report, service, client, $"{what}, 100 M answers, while {Posted} responses a second come in", path);
        }
        await end.CancelAsync();
        await posts;
    }

    private static async Task Post(HttpClient client, CancellationToken end)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0L; !end.IsCancellationRequested; i++)
        {
            using var content = new ByteArrayContent(Sample.Json(i, Guid.CreateVersion7(), isPadded: true, isHistory: false)) { Headers = { ContentType = new("application/json") } };
            using var answer = await client.PostAsync($"/v1/surveys/{Sample.Survey}/responses", content, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            var early = TimeSpan.FromSeconds((double)i / Posted) - watch.Elapsed;
            if (early > TimeSpan.Zero) await Task.Delay(early, CancellationToken.None);
        }
    }
}
