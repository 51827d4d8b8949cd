using System.Buffers;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Feedback.Benchmarks;

/// <summary>A million figures pulled over HTTP: page by page as OData, and as one CSV file. Every row once.</summary>
public static class FeedBenchmark
{
    /// <summary>One unit holds the others; with the whole that makes <c>Units + 2</c> nodes.</summary>
    private const int Units = 100, Channels = 25, Months = 24, PerCell = 17;

    public static async Task Run(Report report, bool isQuick)
    {
        var units = isQuick ? 10 : Units;
        var folder = Directory.CreateTempSubdirectory("feedback-bench").FullName;
        try
        {
            await using (var empty = await IngestBenchmark.Service(folder))
            using (await IngestBenchmark.Prepare(empty, units)) { }
            var month = Sample.Day(0).AddDays(1 - Sample.Day(0).Day);
            await Fill.Run(folder, units * Channels * Months * PerCell, i => (i / PerCell % units, i / PerCell / units % Channels, month.AddMonths(-(i / PerCell / units / Channels % Months))));
            await using var service = await IngestBenchmark.Service(folder);
            using var client = await IngestBenchmark.Prepare(service, units);
            var (first, firstTime) = await Pages(client, "Figures");
            report.AddRate($"Figures as OData, {first:N0} rows in pages of 20,000, over HTTP, the first read after the start, rows", first / firstTime.TotalSeconds, "every row once");
            var (lines, linesTime) = await Lines(client, "Figures");
            report.AddRate("the same as one CSV answer, rows", lines / linesTime.TotalSeconds, "every row once");
            var (paged, pagedTime) = await Pages(client, "Figures");
            report.AddRate("the same as OData once more, rows", paged / pagedTime.TotalSeconds, $"every row once; {Report.Ratio(pagedTime / linesTime)} of the time as CSV");
            if (paged != lines || first != lines) throw new InvalidOperationException("OData and CSV have not the same rows.");
            report.Add("memory of the service after it (most ever held)", $"{service.PeakMegabytes():0} MB");
            var (counts, countsTime) = await Lines(client, "ItemCounts");
            report.AddRate($"ItemCounts as one CSV answer, {counts:N0} rows, over HTTP, rows", counts / countsTime.TotalSeconds, "every row once");
            await OneMonth(report, client, month);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a BI tool asks for every hour: one month's figures, and once more when nothing changed.</summary>
    private static async Task OneMonth(Report report, HttpClient client, DateOnly month)
    {
        var path = "/odata/Figures?$filter=" + Uri.EscapeDataString($"from ge {month:yyyy-MM-dd} and from lt {month.AddMonths(1):yyyy-MM-dd} and interval eq 'month' and dimension eq null");
        var times = new List<double>();
        EntityTagHeaderValue? tag = null;
        for (var i = 0; i < 30; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            tag = answer.EnsureSuccessStatusCode().Headers.ETag;
        }
        report.AddTime("one month of figures of every unit over OData, median", Report.Median(times));
        times.Clear();
        for (var i = 0; i < 100; i++)
        {
            var watch = Stopwatch.StartNew();
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(tag!);
            using var answer = await client.SendAsync(request);
            if ((int)answer.StatusCode != 304) throw new InvalidOperationException("Nothing changed, and yet it is not 304.");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        report.AddTime("the same when nothing changed (304), median", Report.Median(times));
    }

    private static async Task<(int Rows, TimeSpan Time)> Pages(HttpClient client, string set)
    {
        var keys = new HashSet<string>();
        var watch = Stopwatch.StartNew();
        for (var next = "/odata/" + set; next is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.Add("Prefer", "odata.maxpagesize=20000");
            using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
            next = ReadPage(await answer.Content.ReadAsByteArrayAsync(), keys);
        }
        return (keys.Count, watch.Elapsed);
    }

    /// <summary>Every key, and the address of the next page.</summary>
    private static string? ReadPage(byte[] page, HashSet<string> keys)
    {
        string? next = null;
        var json = new Utf8JsonReader(page);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName) continue;
            var (isKey, isNext) = (json.ValueTextEquals("key"u8), json.ValueTextEquals("@odata.nextLink"u8));
            if (!isKey && !isNext) continue;
            json.Read();
            if (isNext) next = json.GetString();
            else if (!keys.Add(json.GetString()!)) throw new InvalidOperationException("A row came twice.");
        }
        return next;
    }

    private static async Task<(int Rows, TimeSpan Time)> Lines(HttpClient client, string set)
    {
        var keys = new HashSet<string>();
        var watch = Stopwatch.StartNew();
        await using var stream = await client.GetStreamAsync($"/odata/{set}?$format=csv");
        var reader = System.IO.Pipelines.PipeReader.Create(stream);
        var isHead = true;
        while (true)
        {
            var read = await reader.ReadAsync();
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                if (!isHead && !keys.Add(Encoding.ASCII.GetString(line.Slice(0, line.PositionOf((byte)',')!.Value)))) throw new InvalidOperationException("A row came twice.");
                isHead = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return (keys.Count, watch.Elapsed);
        }
    }
}
