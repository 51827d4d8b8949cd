using System.Diagnostics;
using System.Text;
using Feedback.Api.Data;
using Microsoft.Data.Sqlite;

namespace Feedback.Benchmarks;

/// <summary>What the engine does without a service: prepared statements, transactions of 1,000 responses, synced, the rows made beforehand.</summary>
internal static class RawInserts
{
    private const int Group = 1_000;

    /// <summary>The rows that the service writes: a response with packed answers, and the sums of each group's counts.</summary>
    public static double SameRows(string folder, int count) => Measure(folder, count, """
        create table response (seq integer primary key, id blob not null unique, content_hash integer, survey integer, version integer, day integer, period integer, cohort integer,
          answered_at integer, invited_on integer, language text, respondent text, weight integer, answers text, erased integer);
        create table tally_fresh (seq integer primary key, variable integer, cohort integer, day integer, period integer, value integer, complete integer, n integer, weight integer, squared_weight integer);
        """, (db, groups) =>
    {
        using var response = new SqliteStatement(db, "insert into response (id, content_hash, survey, version, day, period, cohort, answered_at, language, weight, answers, erased) values (@a, @b, 1, 1, @c, 0, @d, @e, @f, 10000, @g, 0)", "a", "b", "c", "d", "e", "f", "g");
        using var tally = new SqliteStatement(db, "insert into tally_fresh (variable, cohort, day, period, value, complete, n, weight, squared_weight) values (@a, @b, @c, @d, @e, @f, @g, @h, @i)", "a", "b", "c", "d", "e", "f", "g", "h", "i");
        using var begin = new SqliteStatement(db, "begin immediate");
        using var commit = new SqliteStatement(db, "commit");
        foreach (var (group, counts) in groups)
        {
            begin.Run();
            foreach (var r in group)
            {
                response.BindBlob(1, r.Id);
                response.Bind(2, r.Hash);
                response.Bind(3, r.Day);
                response.Bind(4, r.Cohort);
                response.Bind(5, r.AnsweredAt);
                response.Bind(6, "en");
                response.BindText(7, r.Answers);
                response.Run();
            }
            foreach (var (key, n) in counts)
            {
                tally.Bind(1, key.Variable);
                tally.Bind(2, key.Cohort);
                tally.Bind(3, key.Day);
                tally.Bind(4, key.Period);
                tally.Bind(5, key.Value);
                tally.Bind(6, key.Complete);
                tally.Bind(7, n);
                tally.Bind(8, n * 10_000);
                tally.Bind(9, n * 100_000_000);
                tally.Run();
            }
            commit.Run();
        }
    });

    /// <summary>The usual design: a response and one row per answer, no counts.</summary>
    public static double RowPerAnswer(string folder, int count) => Measure(folder, count, """
        create table response (seq integer primary key, id blob not null unique, content_hash integer, survey integer, version integer, day integer, cohort integer, answered_at integer, language text, weight integer);
        create table answer (response integer, item integer, value integer, primary key (response, item)) without rowid;
        """, (db, groups) =>
    {
        using var response = new SqliteStatement(db, "insert into response (seq, id, content_hash, survey, version, day, cohort, answered_at, language, weight) values (@s, @a, @b, 1, 1, @c, @d, @e, @f, 10000)", "s", "a", "b", "c", "d", "e", "f");
        using var answer = new SqliteStatement(db, "insert into answer (response, item, value) values (@a, @b, @c)", "a", "b", "c");
        using var begin = new SqliteStatement(db, "begin immediate");
        using var commit = new SqliteStatement(db, "commit");
        long seq = 0;
        foreach (var (group, _) in groups)
        {
            begin.Run();
            foreach (var r in group)
            {
                response.Bind(1, ++seq);
                response.BindBlob(2, r.Id);
                response.Bind(3, r.Hash);
                response.Bind(4, r.Day);
                response.Bind(5, r.Cohort);
                response.Bind(6, r.AnsweredAt);
                response.Bind(7, "en");
                response.Run();
                for (var j = 0; j < Sample.Answers; j++)
                {
                    answer.Bind(1, seq);
                    answer.Bind(2, j);
                    answer.Bind(3, Sample.Value(r.Number, j));
                    answer.Run();
                }
            }
            commit.Run();
        }
    });

    private static double Measure(string folder, int count, string schema, Action<SqliteHandle, IReadOnlyList<(Row[] Responses, (TallyKey Key, long N)[] Counts)>> work)
    {
        var file = Path.Combine(folder, $"raw-{Guid.NewGuid():N}.db");
        var groups = Enumerable.Range(0, count).Select(i => Row.Make(i)).Chunk(Group).Select(group => (group, Counts(group).ToArray())).ToList();
        using (var made = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            made.Open();
            using var command = made.CreateCommand();
            command.CommandText = "pragma journal_mode = wal;" + schema;
            command.ExecuteNonQuery();
        }
        using var connection = new SqliteHandle(file);
        foreach (var pragma in (string[])["pragma synchronous = full", "pragma cache_size = -32000"]) connection.Run(pragma);
        var watch = Stopwatch.StartNew();
        work(connection, groups);
        var rate = count / watch.Elapsed.TotalSeconds;
        connection.Dispose();
        foreach (var path in Directory.GetFiles(folder, Path.GetFileName(file) + "*")) File.Delete(path);
        return rate;
    }

    /// <summary>The counts a group comes to: every item, the scales trust and experience, the journey, and the response itself.</summary>
    private static IEnumerable<(TallyKey Key, long N)> Counts(Row[] group) => group
        .SelectMany(r => Enumerable.Range(0, Sample.Answers + 4).Select(j => new TallyKey(j, r.Cohort, r.Day, 0, j < Sample.Answers ? Sample.Value(r.Number, j) : ScaleValue(r.Number, j), 1)))
        .CountBy(key => key).Select(c => (c.Key, (long)c.Value));

    private static int ScaleValue(long i, int j) => j switch
    {
        Sample.Answers => 4_000_000 + Enumerable.Range(0, 4).Sum(k => Sample.Value(i, k) - 1),
        Sample.Answers + 1 => 2_000_000 + Enumerable.Range(7, 2).Sum(k => Sample.Value(i, k) - 1),
        Sample.Answers + 2 => 2_000_000 + Enumerable.Range(7, 2).Count(k => Sample.Value(i, k) >= 4),
        _ => 0,
    };

    private sealed record Row(long Number, byte[] Id, long Hash, int Day, int Cohort, long AnsweredAt, byte[] Answers)
    {
        public static Row Make(long i)
        {
            var day = Sample.Day(0);
            var answers = "{" + string.Join(',', Enumerable.Range(0, Sample.Answers).Select(j => $"\"{Sample.Items[j]}\":{Sample.Value(i, j)}")) + "}";
            return new Row(i, Guid.CreateVersion7().ToByteArray(bigEndian: true), i * 7919, day.Year * 10_000 + day.Month * 100 + day.Day, (int)(i % (Sample.Units * Sample.Channels)),
                new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 15)), TimeSpan.Zero).ToUnixTimeMilliseconds(), Encoding.ASCII.GetBytes(answers));
        }
    }
}
