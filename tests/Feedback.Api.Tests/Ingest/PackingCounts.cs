using System.Buffers;
using System.Text;
using Feedback.Api.Data;
using Feedback.Api.Tests.Sql;
using Microsoft.Data.Sqlite;

namespace Feedback.Api.Tests.Ingest;

/// <summary>What SQLite keeps of the counts of one transaction: one text, which is read here and by SQL to the same counts.</summary>
public sealed class PackingCounts
{
    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Counts_are_read_as_they_were_written(List<(int Cohort, int Day, bool IsEmployee, int Variable, int Value, bool Complete, byte Weight)> responses)
    {
        var group = new GroupCounts();
        foreach (var r in responses) group.Add(Response(r.Day, r.IsEmployee ? r.Day / 100 : 0, 1 + r.Weight * 100, new Tally(r.Variable, r.Value, r.Complete), new Tally(r.Variable, r.Value + 1, r.Complete)), r.Cohort);
        Assert.That(Read(Packed(group)), Is.EquivalentTo(group.Rows));
    }

    [Test]
    public void Sql_sees_the_counts_of_a_group_as_rows()
    {
        var group = new GroupCounts();
        group.Add(Response(20261121, 0, 10_000, new Tally(7, -1, true), new Tally(8, 2_000_007, false)), 3);
        group.Add(Response(20261121, 0, 10_000, new Tally(7, -1, true)), 3);
        group.Add(Response(20261121, 0, 12_500, new Tally(9, 4, true)), 3);
        group.Add(Response(20261101, 202611, 10_000, new Tally(7, 5, false)), 4);
        using var connection = SqliteTexts.Open();
        Run(connection, "insert into tally_group (counts, content) values (@Counts, @Content)", ("@Counts", group.Count), ("@Content", Encoding.UTF8.GetString(Packed(group))));
        Run(connection, "insert into tally_appended (variable, cohort, day, period, value, complete, n, weight, squared_weight) values (7, 3, 20261121, 0, 1, 1, -1, -10000, -100000000)");
        Assert.That(Rows(connection), Is.EquivalentTo(group.Rows.Append(new TallyRow(new TallyKey(7, 3, 20261121, 0, 1, 1), -1, -10_000, -100_000_000))));
        Assert.That(group.Rows, Does.Contain(new TallyRow(new TallyKey(7, 3, 20261121, 0, -1, 1), 2, 20_000, 200_000_000)).And.Contain(new TallyRow(new TallyKey(9, 3, 20261121, 0, 4, 1), 1, 12_500, 156_250_000)));
    }

    [Test]
    public void Counts_of_another_group_are_not_left_over()
    {
        var group = new GroupCounts();
        for (var cohort = 0; cohort < 1_000; cohort++) group.Add(Response(20261121, 0, 10_000, new Tally(7, cohort, true)), cohort);
        Assert.That(Read(Packed(group)), Has.Count.EqualTo(1_000));
        group.Clear();
        Assert.That((group.Count, Encoding.UTF8.GetString(Packed(group))), Is.EqualTo((0, "[]")));
        group.Add(Response(20261122, 0, 10_000, new Tally(7, 1, true)), 5);
        Assert.That(Encoding.UTF8.GetString(Packed(group)), Is.EqualTo("[[5,20261122,0,[7,1,1]]]"));
    }

    [TestCase("")]
    [TestCase("[")]
    [TestCase("[[5,20261122,0,[7,1,1]]")]
    [TestCase("[[5,20261122,0,[7,1]]]")]
    [TestCase("[[5,20261122,0,[7,1,1,2,3]]]")]
    [TestCase("[[5,20261122,0,[7,1,1,2,3,4,5]]]")]
    [TestCase("[[5,20261122,0,{7,1,1}]]")]
    public void A_text_that_was_not_written_here_is_not_counted(string content) => Assert.That(() => Read(Encoding.UTF8.GetBytes(content)), Throws.InstanceOf<InvalidDataException>());

    private static NewResponse Response(int day, int period, int weight, params Tally[] tallies) => new()
    {
        Id = Guid.Empty,
        StoredId = Guid.Empty,
        ContentHash = 0,
        Survey = 1,
        Version = 1,
        Day = day,
        Period = period,
        Cohort = new CohortKey(1, false, [], []),
        Weight = weight,
        Answers = [],
        Tallies = tallies,
        Stamp = 1,
    };

    private static byte[] Packed(GroupCounts group)
    {
        var buffer = new ArrayBufferWriter<byte>();
        PackedCounts.Write(group, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static List<TallyRow> Read(byte[] content)
    {
        var rows = new List<TallyRow>();
        foreach (var row in PackedCounts.Read(content)) rows.Add(row);
        return rows;
    }

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static List<TallyRow> Rows(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select variable, cohort, day, period, value, complete, n, weight, squared_weight from tally_fresh";
        using var reader = command.ExecuteReader();
        var rows = new List<TallyRow>();
        while (reader.Read())
        {
            rows.Add(new TallyRow(new TallyKey(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5)),
                reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8)));
        }
        return rows;
    }
}
