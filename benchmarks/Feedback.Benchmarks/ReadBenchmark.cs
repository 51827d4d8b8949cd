using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Feedback.Benchmarks;

/// <summary>Indicator reads at 1 M and 10 M answers, and the same sums by a raw scan of the same answers.</summary>
public static class ReadBenchmark
{
    private const int Repeats = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    internal static readonly (string What, string Path)[] Reads =
    [
        ("recommend, one channel", "/v1/indicators/recommend?survey=bench&where=channel:c3"),
        ("trust, one unit", "/v1/indicators/trust?survey=bench&where=unit:u7"),
        ("trust, everything", "/v1/indicators/trust?survey=bench"),
        ("trust by unit", "/v1/indicators/trust?survey=bench&by=unit"),
        ("recommend by month, one channel", "/v1/indicators/recommend?survey=bench&where=channel:c3&interval=month"),
        ("trust by month over two years", "/v1/indicators/trust?survey=bench&interval=month"),
        ("trust by month by unit over two years", "/v1/indicators/trust?survey=bench&interval=month&by=unit&limit=20000"),
        ("consistency over channel and time", "/v1/indicators/consistency?survey=bench&over=channel,time"),
        ("change of trust by unit, a year against the year before", $"/v1/indicators/change?survey=bench&of=trust&by=unit&before={Months(24, 12)}&after={Months(12, 0)}"),
    ];

    public static async Task Run(Report report, bool isQuick)
    {
        int[] sizes = isQuick ? [10_000, 100_000] : [100_000, 1_000_000];
        var medians = new List<(double Median, double Late)[]>();
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("feedback-bench").FullName;
            try
            {
                await using (var first = await IngestBenchmark.Service(folder))
                using (await IngestBenchmark.Prepare(first)) { }
                await Fill.Run(folder, size);
                await using var service = await IngestBenchmark.Service(folder);
                using var client = await IngestBenchmark.Prepare(service);
                medians.Add(await Times(client, Reads));
                for (var i = 0; i < Reads.Length; i++)
                {
                    var growth = medians.Count > 1 ? $"; {Report.Ratio(medians[^1][i].Median / medians[0][i].Median)} of the time at a tenth of the answers" : "";
                    report.AddTime($"{Reads[i].What}, {size * Sample.Answers / 1e6:0.#} M answers, over HTTP, median", medians[^1][i].Median, $"p99 {medians[^1][i].Late:0.0} ms{growth}");
                }
                if (size == sizes[^1]) await Scans(report, client, folder, size);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Whole months, counted back from the present one.</summary>
    private static string Months(int from, int to)
    {
        var month = Sample.Day(0).AddDays(1 - Sample.Day(0).Day);
        return $"{month.AddMonths(-from):yyyy-MM-dd}..{month.AddMonths(-to):yyyy-MM-dd}";
    }

    private static async Task<(double Median, double Late)[]> Times(HttpClient client, (string What, string Path)[] reads)
    {
        var times = new (double Median, double Late)[reads.Length];
        for (var i = 0; i < reads.Length; i++)
        {
            for (var warm = 0; warm < 20; warm++) await client.GetStringAsync(reads[i].Path);
            times[i] = await Time(client, reads[i].Path);
        }
        return times;
    }

    /// <summary>Median and 99th percentile of many reads one after the other.</summary>
    private static async Task<(double Median, double Late)> Time(HttpClient client, string path)
    {
        var times = new List<double>();
        for (var all = Stopwatch.StartNew(); times.Count < Repeats && all.Elapsed < Longest;)
        {
            var watch = Stopwatch.StartNew();
            await client.GetStringAsync(path);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return (Report.Median(times), Report.Percentile(times, .99));
    }

    /// <summary>Mean and top box by unit x item x month: from counts through the service, and from raw answers by the engine.</summary>
    private static async Task Scans(Report report, HttpClient client, string folder, int size)
    {
        var watch = Stopwatch.StartNew();
        foreach (var item in Sample.Items) await client.GetStringAsync($"/v1/indicators/item?survey=bench&item={item}&by=unit&interval=month&limit=20000");
        watch.Restart();
        foreach (var item in Sample.Items) await client.GetStringAsync($"/v1/indicators/item?survey=bench&item={item}&by=unit&interval=month&limit=20000");
        var counts = watch.Elapsed.TotalMilliseconds;
        var answers = size * Sample.Answers / 1e6;
        report.AddTime($"mean and top box by unit x item x month, {answers:0.#} M answers, ten requests over HTTP with intervals", counts);
        var sums = Scan(folder, Sums);
        report.AddTime("the same sums by SQL alone from the counts", sums, $"the service takes {Report.Ratio(counts / sums)} of it");
        var packed = Scan(folder, Packed);
        report.AddTime("raw scan of the packed answers", packed, $"{packed / counts:0} times the service, {packed / sums:0} times the counts");
        using (var connection = Open(folder)) Execute(connection, RowTable);
        var rows = Scan(folder, PerRow);
        report.AddTime("raw scan of a table with one row per answer", rows, $"{rows / counts:0} times the service, {rows / sums:0} times the counts");
    }

    private static double Scan(string folder, string sql)
    {
        using var connection = Open(folder);
        var watch = Stopwatch.StartNew();
        Execute(connection, sql);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "feedback.db")};Pooling=False;Default Timeout=600");
        connection.Open();
        Execute(connection, "pragma cache_size = -64000; pragma temp_store = memory");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read()) { }
        }
        while (reader.NextResult());
    }

    private const string Sums = """
        select v.name, c.value, t.start, sum(t.n), sum(t.n * t.value), sum(t.n * t.value * t.value), sum(case when t.value >= 4 then t.n else 0 end)
        from tally t join variable v on v.id = t.variable and v.kind = 'item' join cohort_value c on c.cohort = t.cohort and c.dimension = 'unit'
        where t.grain = 2 group by v.name, c.value, t.start
        """;

    private const string Packed = """
        select a.key, c.value, r.day / 100, count(*), sum(a.value), sum(a.value * a.value), sum(case when a.value >= 4 then 1 else 0 end)
        from response r join cohort_value c on c.cohort = r.cohort and c.dimension = 'unit', json_each(r.answers) a
        where r.erased = 0 group by a.key, c.value, r.day / 100
        """;

    private const string RowTable = """
        create table bench_answer (response integer, item text, cohort integer, day integer, value integer);
        insert into bench_answer select r.seq, a.key, r.cohort, r.day, a.value from response r, json_each(r.answers) a;
        """;

    private const string PerRow = """
        select a.item, c.value, a.day / 100, count(*), sum(a.value), sum(a.value * a.value), sum(case when a.value >= 4 then 1 else 0 end)
        from bench_answer a join cohort_value c on c.cohort = a.cohort and c.dimension = 'unit'
        group by a.item, c.value, a.day / 100
        """;
}
