using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Benchmarks;

/// <summary>
/// Fills a store with the counts of so many responses as their own writer would have folded them, worked out beforehand and written in the order of the table,
/// and with the raw answers of the first of them. Every cohort has responses on every day.
/// </summary>
internal static class LargeFill
{
    public const int Cohorts = Sample.Units * Sample.Channels;

    private const string Response = """
        insert into response (id, content_hash, survey, version, day, period, cohort, answered_at, language, weight, answers, erased)
        values (@a, @b, @c, 1, @d, 0, @e, @f, 'en', 10000, @g, 0)
        """;

    private const string Folded = "insert into tally (variable, grain, cohort, start, period, value, complete, n, weight, squared_weight) values (@a, @b, @c, @d, 0, @e, @f, @g, @h, @i)";

    /// <summary>The survey and the units must be there, and no response.</summary>
    /// <param name="folder">Of the store.</param>
    /// <param name="counted">How many responses are counted.</param>
    /// <param name="raw">How many of them are there with their answers too.</param>
    public static async Task<LargeStore> Run(string folder, int counted, int raw)
    {
        // One of every cohort goes the way of all responses, which makes the cohorts.
        await Fill.Run(folder, Cohorts, i => (UnitOf(i), ChannelOf(i), Sample.Day(0)));
        var watch = Stopwatch.StartNew();
        Survey survey;
        var ids = new int[Cohorts];
        await using (var database = new SqliteDatabase($"Data Source={FileOf(folder)}"))
        {
            survey = (await new CatalogueCache(database).Refresh()).Survey(Sample.Survey)!;
            var known = new Cohorts();
            await using (var session = await database.Read()) await known.CatchUp(session);
            foreach (var cohort in known.Of(survey.Id))
                ids[int.Parse(cohort.Values["unit"].AsSpan(1), CultureInfo.InvariantCulture) + Sample.Units * int.Parse(cohort.Values["channel"].AsSpan(1), CultureInfo.InvariantCulture)] = cohort.Id;
        }
        using var db = new SqliteHandle(FileOf(folder));
        foreach (var pragma in (string[])["pragma synchronous = off", "pragma cache_size = -256000", "pragma wal_autocheckpoint = 20000", "delete from tally", "begin"]) db.Run(pragma);
        var empty = Bytes(db);
        AddResponses(db, survey.Id, ids, raw);
        var filled = Bytes(db);
        var counts = AddCounts(db, survey, ids, counted);
        var whole = Bytes(db);
        foreach (var end in (string[])["commit", "pragma wal_checkpoint(truncate)", "analyze"]) db.Run(end);
        Console.Error.WriteLine($"{counted:N0} responses counted in {counts:N0} counts, {raw:N0} of them with their answers, filled in {watch.Elapsed.TotalSeconds:0} s");
        return new LargeStore(counts, whole - filled, raw, filled - empty);
    }

    public static string FileOf(string folder) => Path.Combine(folder, "feedback.db");

    private static int UnitOf(int i) => i % Sample.Units;

    private static int ChannelOf(int i) => i / Sample.Units % Sample.Channels;

    private static DateOnly DayOf(int i) => Sample.Day(i / Cohorts % Sample.Days);

    private static void AddResponses(SqliteHandle db, int survey, int[] ids, int raw)
    {
        using var insert = new SqliteStatement(db, Response, "a", "b", "c", "d", "e", "f", "g");
        for (var i = Cohorts; i < raw; i++)
        {
            var day = DayOf(i);
            insert.BindBlob(1, Guid.CreateVersion7().ToByteArray(bigEndian: true));
            insert.Bind(2, i * 7919L);
            insert.Bind(3, survey);
            insert.Bind(4, Days.Number(day));
            insert.Bind(5, ids[i % Cohorts]);
            insert.Bind(6, new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 15)), TimeSpan.Zero).ToUnixTimeMilliseconds());
            insert.BindText(7, Encoding.ASCII.GetBytes("{" + string.Join(',', Enumerable.Range(0, Sample.Answers).Select(j => $"\"{Sample.Items[j]}\":{Sample.Value(i, j)}")) + "}"));
            insert.Run();
        }
    }

    private static long AddCounts(SqliteHandle db, Survey survey, int[] ids, int counted)
    {
        var byCohort = new ConcurrentDictionary<int, Dictionary<Tally, int[]>>();
        Parallel.For(0, Cohorts, c => byCohort[ids[c]] = Count(survey, c, counted));
        using var insert = new SqliteStatement(db, Folded, "a", "b", "c", "d", "e", "f", "g", "h", "i");
        var rows = 0L;
        foreach (var variable in survey.Variables.Select(v => v.Id).Order())
        {
            foreach (var grain in (int[])[1, 2, 3])
            {
                foreach (var (cohort, counts) in byCohort.OrderBy(c => c.Key)) rows += Add(insert, variable, grain, cohort, counts);
            }
        }
        return rows;
    }

    /// <summary>One cohort's counts by day (0 is the last one).</summary>
    private static Dictionary<Tally, int[]> Count(Survey survey, int cohort, int counted)
    {
        var counts = new Dictionary<Tally, int[]>();
        for (var i = cohort; i < counted; i += Cohorts)
        {
            var draft = new ResponseDraft(survey, survey.Current);
            foreach (var item in survey.Current.Items) draft.Rate(item, Sample.Value(i, item.Position));
            foreach (var tally in draft.Count(null))
            {
                if (!counts.TryGetValue(tally, out var days)) counts[tally] = days = new int[Sample.Days];
                days[i / Cohorts % Sample.Days]++;
            }
        }
        return counts;
    }

    private static long Add(SqliteStatement insert, int variable, int grain, int cohort, Dictionary<Tally, int[]> counts)
    {
        var rows = 0L;
        var own = counts.Where(c => c.Key.Variable == variable).OrderBy(c => c.Key.Value).ThenBy(c => c.Key.Complete).ToList();
        var starts = Enumerable.Range(0, Sample.Days).Select(d => (Day: d, Start: Days.Number(Sample.Day(d)) / (grain switch { 1 => 1, 2 => 100, _ => 10_000 }))).GroupBy(d => d.Start, d => d.Day);
        foreach (var start in starts.OrderBy(s => s.Key))
        {
            foreach (var (tally, days) in own)
            {
                var n = start.Sum(d => (long)days[d]);
                if (n == 0) continue;
                insert.Bind(1, variable);
                insert.Bind(2, grain);
                insert.Bind(3, cohort);
                insert.Bind(4, start.Key);
                insert.Bind(5, tally.Value);
                insert.Bind(6, tally.Complete ? 1 : 0);
                insert.Bind(7, n);
                insert.Bind(8, n * 10_000);
                insert.Bind(9, n * 100_000_000);
                insert.Run();
                rows++;
            }
        }
        return rows;
    }

    private static long Bytes(SqliteHandle db)
    {
        using var pages = new SqliteStatement(db, "select page_count * page_size from pragma_page_count, pragma_page_size");
        pages.Step();
        return pages.Number(0);
    }
}

/// <summary>What a filled store takes.</summary>
/// <param name="Counts">Rows of folded counts.</param>
/// <param name="CountBytes">Their bytes.</param>
/// <param name="Responses">With raw answers.</param>
/// <param name="ResponseBytes">Their bytes, indexes among them.</param>
internal sealed record LargeStore(long Counts, long CountBytes, long Responses, long ResponseBytes);
