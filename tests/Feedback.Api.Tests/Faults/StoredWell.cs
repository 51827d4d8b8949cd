using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Faults;

/// <summary>What must hold of every store after every fault, asked of the file past the service.</summary>
internal static class StoredWell
{
    /// <summary>Whole pages and indexes, nothing that points nowhere, one row an id, and as many responses counted, at every grain, as there are.</summary>
    public static void Assert(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        NUnit.Framework.Assert.That(Texts(connection, "pragma integrity_check"), Is.EqualTo(new[] { "ok" }));
        NUnit.Framework.Assert.That(Texts(connection, "pragma foreign_key_check"), Is.Empty);
        NUnit.Framework.Assert.That(Texts(connection, "select hex(id) from response group by id having count(*) > 1"), Is.Empty, "One row an id.");
        foreach (var grain in (int[])[1, 2, 3]) NUnit.Framework.Assert.That(Texts(connection, Differences(grain)), Is.Empty, $"Responses that are counted are those that are stored, at grain {grain}.");
    }

    private static string Differences(int grain) =>
        $"""
        select s.survey_key || ': ' || coalesce(stored, 0) || ' stored, ' || coalesce(counted, 0) || ' counted'
        from survey s
        left join (select survey, count(*) as stored from response where erased = 0 group by survey) r on r.survey = s.id
        left join (
          select v.survey, sum(n) as counted
          from (select variable, n from tally where grain = {grain} union all select variable, n from tally_fresh) c
          join variable v on v.id = c.variable and v.kind = 'response'
          group by v.survey) t on t.survey = s.id
        where coalesce(stored, 0) <> coalesce(counted, 0)
        """;

    private static List<string?> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string?>();
        while (reader.Read()) texts.Add(reader.GetValue(0).ToString());
        return texts;
    }
}
