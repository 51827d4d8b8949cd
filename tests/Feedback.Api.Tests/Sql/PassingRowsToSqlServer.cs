using System.Text.Json;
using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Feedback.Api.Checking;
using Feedback.Api.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Feedback.Api.Tests.Sql;

/// <summary>Rows go to SQL Server as JSON: what the service writes, what the text reads and what the table holds agree.</summary>
public sealed class PassingRowsToSqlServer
{
    private static readonly NewComment Comment = new()
    {
        Variable = 7,
        Text = "He said \"good\" <b>\u00e9\ud83d\ude00</b>\nand left \\",
        Language = "en",
        Sentiment = -4404,
        Topics = " price waiting ",
        Analysis = 1001,
        Place = long.MaxValue,
        Original = "He said \"good\"",
    };

    private static readonly NewFlag Flag = new("0123456789abcdef0123456789abcdef", 20260126, "a");

    private static readonly NewResponse Response = new()
    {
        StoredId = Guid.Parse("0195a1b2-0000-7000-8000-000000000001"),
        Id = Guid.Parse("0195a1b2-0000-7000-8000-000000000001"),
        ContentHash = long.MinValue,
        Survey = 1,
        Version = 2,
        Day = 20260131,
        Period = 0,
        Cohort = new CohortKey(1, false, ["unit"], ["a"]),
        AnsweredAt = 1_769_900_000_000,
        Delay = 18,
        Language = "en",
        Respondent = new string('a', 32),
        Answers = "{\"clean\":4,\"why\":null}"u8.ToArray(),
        Tallies = [],
        Stamp = 1,
    };

    private static IEnumerable<TestCaseData> Writings =>
    [
        new(Queries.AppendTally, SqlServerRows.Of([new TallyRow(new TallyKey(1, 2, 20260131, 0, 5, 1), 3, 30_000, 300_000_000)])),
        new(Queries.AddFolded, SqlServerRows.OfProperties([Mending.FoldedRow.Of(2, new TallyRow(new TallyKey(1, 2, 202601, 0, 5, 1), -3, -30_000, -300_000_000))])),
        new(Queries.AppendChange, SqlServerRows.OfProperties([Mending.ChangeRow.None])),
        new(Queries.InsertResponse, SqlServerRows.Of([(Response, 9)])),
        new(Queries.InsertComment, SqlServerRows.Of([(Response.StoredId, Comment)])),
        new(Queries.ReadKnownResponse, SqlServerRows.Of([Response.StoredId])),
        new(Queries.InsertCohort, SqlServerRows.OfProperties([NewCohortRow.Of(Response.Cohort)])),
        new(Queries.InsertCohortValue, SqlServerRows.OfProperties(NewCohortValueRow.Of(9, Response.Cohort))),
        new(Queries.InsertTarget, SqlServerRows.OfProperties([new TargetRow()])),
        new(Queries.InsertInitiativeUnit, SqlServerRows.OfProperties([new InitiativeUnitRow()])),
        new(Queries.InsertOutcome, SqlServerRows.OfProperties([OutcomeRow.Of("retention", new OutcomeValue())])),
        new(Queries.InsertInvitation, SqlServerRows.OfProperties([new InvitationCount()])),
        new(Queries.InsertLine, SqlServerRows.OfProperties([new LedgerLine()])),
        new(Queries.InsertReleasedComment, SqlServerRows.OfProperties([new ReleasedComment()])),
        new(Queries.InsertFlag, SqlServerRows.OfProperties([Flag with { Id = Response.StoredId }])),
        new(Queries.InsertMessage, SqlServerRows.OfProperties([NewMessage.Of("a", "response.stored", 1, "{}", DateTimeOffset.UnixEpoch) with { Response = Response.StoredId }])),
        new(Queries.TouchDay, SqlServerRows.OfProperties([new UpdatedDay()])),
        new(Queries.RemoveInvitation, SqlServerRows.OfProperties([new InvitationKey(1, 2, 20260131)])),
    ];

    private static IEnumerable<string> Inserts =>
    [
        Queries.AppendTally, Queries.InsertResponse, Queries.InsertComment, Queries.InsertCohort, Queries.InsertCohortValue,
        Queries.InsertTarget, Queries.InsertInitiativeUnit, Queries.InsertOutcome, Queries.InsertInvitation, Queries.InsertLine, Queries.InsertReleasedComment,
        Queries.InsertFlag, Queries.InsertMessage,
    ];

    [Test]
    public void Every_text_that_takes_rows_is_among_these() => Assert.That(
        SqlFiles.Queries.Where(q => q.Folder == SqlFiles.SqlServer && TransactSql.Parameters(q.Text) is ["Rows"]).Select(q => q.Name),
        Is.EquivalentTo(Writings.Select(w => w.Arguments[0])));

    [TestCaseSource(nameof(Writings))]
    public void The_text_reads_every_property_that_is_written(string query, string json)
    {
        using var rows = JsonDocument.Parse(json);
        Assert.That(rows.RootElement[0].EnumerateObject().Select(p => p.Name), Is.EquivalentTo(TransactSql.RowsColumns(Text(query))));
    }

    [TestCaseSource(nameof(Writings))]
    public void A_column_reads_the_property_of_its_own_name(string query, string json)
    {
        foreach (var item in TransactSql.Rows(Text(query)))
            Assert.That((item.Mapping as Literal)?.Value, Is.EqualTo("$." + item.ColumnDefinition.ColumnIdentifier.Value));
    }

    [TestCaseSource(nameof(Inserts))]
    public void A_value_is_read_with_the_type_of_the_column_that_takes_it(string query)
    {
        var insert = TransactSql.Statements(Text(query)).OfType<InsertStatement>().Single().InsertSpecification;
        var table = TransactSqlSchema.Migrated().Schema.Tables.Single(t => t.Name == ((NamedTableReference)insert.Target).SchemaObject.BaseIdentifier.Value);
        var read = TransactSql.Rows(Text(query)).ToDictionary(i => i.ColumnDefinition.ColumnIdentifier.Value, i => TransactSql.Written(i.ColumnDefinition.DataType));
        var elements = ((QuerySpecification)((SelectInsertSource)insert.InsertSource).Select).SelectElements;
        foreach (var (column, element) in insert.Columns.Zip(elements.Cast<SelectScalarExpression>()))
        {
            if (element.Expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [{ Value: "r" }, var value] }) continue;
            var stored = table.Columns.Single(c => c.Name == column.MultiPartIdentifier.Identifiers[^1].Value);
            Assert.That(read[value.Value], Is.EqualTo(stored.Type), $"{query}: {value.Value} goes into {table.Name}.{stored.Name}");
        }
    }

    [Test]
    public void Texts_arrive_as_they_were_sent()
    {
        using var rows = JsonDocument.Parse(SqlServerRows.Of([(Response.StoredId, Comment)]));
        Assert.That(rows.RootElement[0].GetProperty("Text").GetString(), Is.EqualTo(Comment.Text));
    }

    [TestCase("Server=db;Database=feedback", true)]
    [TestCase("Server=db;Database=feedback;Encrypt=false", false)]
    [TestCase("Server=db;Database=feedback;Encrypt=true", true)]
    public void A_connection_is_encrypted_unless_the_setting_states_otherwise(string stated, bool isEncrypted)
    {
        bool encrypts = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(SqlServerDatabase.Encrypted(stated)).Encrypt;
        Assert.That(encrypts, Is.EqualTo(isEncrypted));
        Assert.That(SqlServerDatabase.Encrypted(stated), Does.Contain("Encrypt=").IgnoreCase);
    }

    private static string Text(string query) => Queries.Text(SqlFiles.SqlServer, query);
}
