using System.Runtime.InteropServices;
using SQLitePCL;

namespace Feedback.Api.Data;

/// <summary>Reads counts where SQLite keeps them by transaction: in texts, which are taken apart here several times as fast as by the engine.</summary>
internal static class SqliteGroups
{
    /// <summary>The counts that are asked for, added up by day and cohort.</summary>
    public static IEnumerable<FreshCount> Read(sqlite3 connection, string sql, FreshQuery query)
    {
        var sums = new Dictionary<TallyKey, CountSum>();
        SqliteAnswers.Check(connection, raw.sqlite3_prepare_v2(connection, sql, out var statement));
        using (statement)
        {
            while (SqliteAnswers.Step(connection, statement))
            {
                foreach (var row in PackedCounts.Read(raw.sqlite3_column_blob(statement, 1)))
                {
                    if (query.Asks(row.Key)) CollectionsMarshal.GetValueRefOrAddDefault(sums, row.Key, out _).Add(new CountSum(row.N, row.Weight, row.SquaredWeight));
                }
            }
        }
        return sums.Select(s => FreshCount.Of(new TallyRow(s.Key, s.Value.N, s.Value.Weight, s.Value.SquaredWeight)));
    }
}
