using Feedback.Api.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Feedback.Api.Tests.Sql;

/// <summary>SQLite prepares every text against the migrated schema, and finds what is read often by an index.</summary>
public sealed class PreparingOnSqlite
{
    private static readonly string[] HotQueries =
    [
        Queries.ReadTallies, Queries.ReadKnownResponse, Queries.InsertComment, Queries.UseCode, Queries.ReadCode, Queries.ReadCohort, Queries.ReadCohorts, Queries.ReadStamp, Queries.HoldStamp,
        Queries.ReadCohortsSince, Queries.ReadCohortValuesSince, Queries.RemoveAppended, Queries.RemoveGroups, Queries.ReadResponse, Queries.ReadRespondentResponses,
        Queries.ReadFolded, Queries.ReadChangeBounds, Queries.ReadChanges, Queries.RemoveChanges, Queries.EraseResponse, Queries.EraseComments, Queries.FindItem, Queries.FindSurvey,
        Queries.ReadLines, Queries.CountWithheld, Queries.AddAlert, Queries.ReadWrittenComments, Queries.ReadReleasedComments, Queries.ReadCommentMonths,
        Queries.ReadFigures, Queries.RemoveFigures, Queries.ReadInvitations, Queries.RemoveInvitation, Queries.RemoveOutcome, Queries.RemoveInitiative, Queries.RemoveInitiativeUnits,
    ];

    private static IEnumerable<SqlFile> Files => SqlFiles.QueriesOf(SqlFiles.Sqlite);
    private static IEnumerable<string> Hot => HotQueries;

    [TestCaseSource(nameof(Files))]
    public void Every_text_fits_the_schema(SqlFile file)
    {
        using var connection = file.Name == Queries.CreateHistory ? Empty() : SqliteTexts.Open();
        foreach (var statement in SqliteTexts.Statements(file.Text))
            Assert.That(() => SqliteTexts.Prepared(connection, statement, s => Enumerable.Repeat(raw.sqlite3_column_count(s), 1)), Throws.Nothing);
    }

    [Test]
    public void A_text_with_an_unknown_column_does_not_prepare()
    {
        using var connection = SqliteTexts.Open();
        Assert.That(() => SqliteTexts.Prepared(connection, "select nobody from survey", s => Enumerable.Empty<int>()), Throws.InstanceOf<SqliteException>());
    }

    [TestCaseSource(nameof(Hot))]
    public void A_hot_query_searches_and_does_not_scan(string name)
    {
        using var connection = SqliteTexts.Open();
        string[] tables = ["tally", "t", "tally_appended", "tally_group", "tally_change", "response", "comment", "cohort", "cohort_value", "invitation_code", "variable", "survey", "catalogue_stamp",
            "invitation", "i", "outcome", "initiative", "initiative_unit", "computed_rows", "ledger", "released_comment", "r"];
        foreach (var statement in SqliteTexts.Statements(Queries.Text(SqlFiles.Sqlite, name)))
        {
            var plan = SqliteTexts.Plan(connection, statement);
            Assert.That(plan.Where(line => tables.Any(t => line.Split(' ') is ["SCAN", var scanned, ..] && scanned == t)), Is.Empty, string.Join('\n', plan));
        }
    }

    [Test]
    public void Indicators_find_counts_by_the_whole_front_of_the_primary_key()
    {
        using var connection = SqliteTexts.Open();
        Assert.That(SqliteTexts.Plan(connection, Queries.Text(SqlFiles.Sqlite, Queries.ReadTallies)),
            Does.Contain("SEARCH t USING PRIMARY KEY (variable=? AND grain=? AND cohort=? AND start>? AND start<?)"));
    }

    [TestCase(Queries.ReadListedComments, "SEARCH c USING INDEX comment_listed (survey=? AND month=? AND place>?)")]
    [TestCase(Queries.SearchListedComments, "SCAN comment_text VIRTUAL TABLE INDEX 0:M1")]
    [TestCase(Queries.SearchListedComments, "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)")]
    [TestCase(Queries.FindUnlisted, "SCAN comment USING INDEX comment_unlisted")]
    [TestCase(Queries.ListComments, "SEARCH comment USING INDEX comment_unlisted (seq<?)")]
    [TestCase(Queries.IndexComments, "SEARCH c USING INDEX comment_unlisted (seq<?)")]
    public void Comments_are_listed_searched_and_made_ready_by_their_indexes(string query, string step)
    {
        using var connection = SqliteTexts.Open();
        Assert.That(SqliteTexts.Plan(connection, SqliteTexts.Statements(Queries.Text(SqlFiles.Sqlite, query)).Single()), Does.Contain(step));
    }

    private static SqliteConnection Empty()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }
}
