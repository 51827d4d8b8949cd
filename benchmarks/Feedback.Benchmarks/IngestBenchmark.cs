using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Feedback.Benchmarks;

/// <summary>Single posts against the echo ceiling, and batches against raw prepared inserts of the same rows, all in one run.</summary>
public static class IngestBenchmark
{
    private const int Connections = 64, Rounds = 3;
    private const string AdminKey = "benchmark-admin-key-0123456789abcdef";

    public static async Task Run(Report report, bool isQuick)
    {
        var folder = Directory.CreateTempSubdirectory("feedback-bench").FullName;
        try
        {
            var time = TimeSpan.FromSeconds(isQuick ? 2 : 6);
            await using var echo = await ChildProcess.Echo(ChildProcess.FreePort());
            await using var service = await ChildProcess.Service(folder, AdminKey, ChildProcess.FreePort());
            using var client = await Prepare(service);
            var bodies = Enumerable.Range(0, 20_000).Select(i => Sample.Json(i, Guid.Empty, isPadded: true, isHistory: false)).ToArray();
            byte[] Single(long i, string path) => Load.Post(path, AdminKey, WithId(bodies[i % bodies.Length]));
            var path = $"/v1/surveys/{Sample.Survey}/responses";

            // Long enough for the just-in-time compiler to have come to its last tier in both.
            var warmUp = TimeSpan.FromSeconds(isQuick ? 2 : 12);
            await Load.Run(echo.Port, Connections, warmUp, i => Single(i, "/echo"), "201");
            await Load.Run(service.Port, Connections, warmUp, i => Single(i, path), "201");
            var (echoes, singles) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                echoes.Add(await Load.Run(echo.Port, Connections, time, i => Single(i, "/echo"), "201"));
                singles.Add(await Load.Run(service.Port, Connections, time, i => Single(i, path), "201"));
            }
            var (ceiling, single) = (Report.Median(echoes), Report.Median(singles));
            report.AddRate("echo ceiling: Kestrel parses a 1 KB POST and answers, 64 connections", ceiling);
            report.AddRate("single POST, 10 answers, acknowledged after the synced commit, 64 connections", single, $"{Report.Ratio(single / ceiling)} of the echo");
            report.Add("memory of the service after it (most ever held)", service.PeakMegabytes().ToString("0", CultureInfo.InvariantCulture) + " MB");

            var count = isQuick ? 20_000 : 150_000;
            var (batches, raws, rows) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                batches.Add(await Batch(client, count, round, isHistory: false));
                raws.Add(RawInserts.SameRows(folder, count));
                rows.Add(RawInserts.RowPerAnswer(folder, count));
            }
            var (batch, raw, row) = (Report.Median(batches), Report.Median(raws), Report.Median(rows));
            report.AddRate("NDJSON, 10 answers a response, one connection, responses", batch);
            report.AddRate("raw prepared SQLite inserts of the same rows (the response and its group's counts), responses", raw, $"NDJSON is {Report.Ratio(batch / raw)} of it");
            report.AddRate("raw prepared SQLite inserts, a response and a row per answer, no counts, responses", row, $"NDJSON is {Report.Ratio(batch / row)} of it");
            report.Add("memory of the service after it (most ever held)", service.PeakMegabytes().ToString("0", CultureInfo.InvariantCulture) + " MB");
            report.AddRate("NDJSON of two years' history at once, where no two responses share a day and a cohort, responses", await Batch(client, count, Rounds, isHistory: true));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A client with the survey and the units in place.</summary>
    public static async Task<HttpClient> Prepare(ChildProcess service, int units = Sample.Units)
    {
        var client = new HttpClient { BaseAddress = new Uri(service.Url), Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        (await client.PutAsync("/v1/units", new StringContent(Sample.UnitsJson(units), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        (await client.PutAsync($"/v1/surveys/{Sample.Survey}", new StringContent(Sample.Definition, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        return client;
    }

    public static Task<ChildProcess> Service(string folder) => ChildProcess.Service(folder, AdminKey, ChildProcess.FreePort());

    private static async Task<double> Batch(HttpClient client, int count, int round, bool isHistory)
    {
        using var body = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            body.Write(Sample.Json(i + (long)round * count, Guid.CreateVersion7(), isPadded: false, isHistory));
            body.WriteByte((byte)'\n');
        }
        var watch = Stopwatch.StartNew();
        using var content = new ByteArrayContent(body.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } };
        using var answer = await client.PostAsync($"/v1/surveys/{Sample.Survey}/responses/batch", content);
        var text = await answer.Content.ReadAsStringAsync();
        if (!text.Contains($"\"stored\":{count},", StringComparison.Ordinal)) throw new InvalidOperationException(text[..Math.Min(300, text.Length)]);
        return count / watch.Elapsed.TotalSeconds;
    }

    private static byte[] WithId(byte[] body)
    {
        var copy = (byte[])body.Clone();
        Guid.CreateVersion7().TryFormat(copy.AsSpan(7, 36), out _);
        return copy;
    }
}
