namespace Feedback.Api.Tests.Sql;

/// <summary>Every T-SQL text is parsed, and each of its tables and columns bound to the schema that the migrations make.</summary>
public sealed class BindingTransactSql
{
    private static IEnumerable<SqlFile> Files => SqlFiles.QueriesOf(SqlFiles.SqlServer);
    private static IEnumerable<SqlFile> FilesAndMigrations => Files.Concat(SqlFiles.Migrations(SqlFiles.SqlServer));

    [Test]
    public void The_migrations_make_a_sound_schema()
    {
        var (schema, complaints) = TransactSqlSchema.Migrated();
        Assert.That(complaints, Is.Empty);
        Assert.That(schema.Tables.Count(), Is.GreaterThan(10));
        Assert.That(schema.Views, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void Every_table_and_column_exists(SqlFile file) => Assert.That(Complaints(file), Is.Empty);

    [TestCaseSource(nameof(FilesAndMigrations))]
    public void A_text_stays_within_the_common_subset(SqlFile file) => Assert.That(CommonSubset.Beyond(file.Text), Is.Empty, file.Path);

    [TestCase("select s.nobody as Nobody\nfrom survey s", "line 1: unknown column s.nobody")]
    [TestCase("select nobody as Nobody\nfrom survey", "line 1: unknown column nobody")]
    [TestCase("select ID as Id\nfrom survey", "line 1: unknown column ID")]
    [TestCase("select 1 as One\nfrom nowhere", "line 2: unknown table nowhere")]
    [TestCase("select 1 as One\nfrom sys.objects", "line 2: unknown table sys.objects")]
    [TestCase("select x.id as Id\nfrom survey s", "line 1: unknown alias x")]
    [TestCase("select survey.id as Id\nfrom survey s", "line 1: unknown alias survey")]
    [TestCase("select id as Id\nfrom survey s\njoin cohort c on c.survey = s.id", "line 1: ambiguous column id")]
    [TestCase("select s.id as Id\nfrom survey s\nwhere exists (\n  select 1\n  from cohort c\n  where c.survey = s.ident)", "line 6: unknown column s.ident")]
    [TestCase("select s.id as Id\nfrom survey s\nwhere s.id in (select c.surveys from cohort c)", "line 3: unknown column c.surveys")]
    [TestCase("select s.id as Id\nfrom survey s\norder by s.nothing", "line 3: unknown column s.nothing")]
    [TestCase("select max(s.id) as Id\nfrom survey s\ngroup by s.nothing", "line 3: unknown column s.nothing")]
    [TestCase("with c as (select id, nothing from cohort) select c.id as Id from c", "line 1: unknown column nothing")]
    [TestCase("with c as (select id from cohort) select c.survey as Survey from c", "line 1: unknown column c.survey")]
    [TestCase("select d.Second as Second\nfrom (select id as First from cohort) d", "line 1: unknown column d.Second")]
    [TestCase("select r.Name as Name\nfrom openjson(@Rows) with (Id int '$.Id') r", "line 1: unknown column r.Name")]
    [TestCase("select j.name as Name\nfrom openjson(@Rows) j", "line 1: unknown column j.name")]
    [TestCase("select a.value as Value\nfrom response r\ncross apply openjson(r.answer) a", "line 3: unknown column r.answer")]
    [TestCase("select a.replies as Replies\nfrom answer_row a", "line 1: unknown column a.replies")]
    [TestCase("select id, survey into #some from cohort;\nselect s.signature as Signature from #some s", "line 2: unknown column s.signature")]
    [TestCase("select id into #some from cohort;\ndrop table #some;\nselect id as Id from #some", "line 3: unknown table #some")]
    [TestCase("select count(*) into #some from cohort", "line 1: a column of #some has no name")]
    [TestCase("insert into setting (name, value)\nvalues (@Name)", "line 2: 2 columns take 1 values")]
    [TestCase("insert into setting (name, value)\nselect @Name", "line 2: 2 columns take 1 values")]
    [TestCase("insert into setting (name, values_)\nvalues (@Name, @Value)", "line 1: unknown column values_")]
    [TestCase("insert into settings (name)\nvalues (@Name)", "line 1: unknown table settings")]
    [TestCase("insert into setting\nvalues (@Name, @Value)", "line 1: an insert names its columns")]
    [TestCase("update setting\nset worth = @Value", "line 2: unknown column worth")]
    [TestCase("update setting\nset value = @Value\nwhere names = @Name", "line 3: unknown column names")]
    [TestCase("update x\nset value = @Value\nfrom setting s", "line 1: unknown alias x")]
    [TestCase("update t\nset id = 1\nfrom tally t\njoin cohort c on c.id = t.cohort", "line 2: unknown column id")]
    [TestCase("delete from setting\nwhere names = @Name", "line 2: unknown column names")]
    [TestCase("select 1 as One\nunion all\nselect 1, 2", "line 3: 1 columns take 2 values")]
    [TestCase("create table t (id int not null primary key, other int not null references nowhere (id))", "line 1: unknown table nowhere")]
    [TestCase("create table t (id int not null, primary key (ident))", "line 1: unknown column ident")]
    [TestCase("create index i on cohort (surveys)", "line 1: unknown column surveys")]
    [TestCase("truncate table cohort", "line 1: the binder does not know a TruncateTableStatement")]
    public void The_binder_tells_what_is_wrong(string text, string complaint) =>
        Assert.That(Complaints(new SqlFile("db/queries/sqlserver/Wrong.sql", text)), Is.EqualTo(new[] { "db/queries/sqlserver/Wrong.sql, " + complaint }));

    [Test]
    public void The_binder_tells_what_is_no_statement() =>
        Assert.That(Complaints(new SqlFile("db/queries/sqlserver/Wrong.sql", "select from where")), Has.Exactly(1).Contains("Wrong.sql: line 1"));

    [TestCase("merge into setting as t using setting as s on s.name = t.name when matched then delete;", "merge")]
    [TestCase("select percentile_cont(0.5) within group (order by n) over () as Median from tally", "percentile_cont")]
    [TestCase("create view v with schemabinding as select id from dbo.cohort", "bound to its schema")]
    [TestCase("create or alter view v as select id from cohort", "create or alter")]
    [TestCase("waitfor delay '00:00:01'", "waitfor")]
    [TestCase("create table t (id int not null, index i (id))", "an index within")]
    [TestCase("alter table cohort add a int null, b int null", "several additions")]
    [TestCase("alter table cohort drop column a, column b", "several removals")]
    [TestCase("with c as (select id, survey from cohort) update c set survey = 1", "through a common table expression")]
    [TestCase("select s.value as Value from string_split('a', ',', 1) s", "ordinal")]
    [TestCase("create table t (name varchar(10) collate Latin1_General_100_CI_AS_SC not null)", "_SC")]
    [TestCase("create table t (name varchar(10) collate Latin1_General_100_BIN2_UTF8 not null)", "UTF8")]
    [TestCase("select id as Id from comment where contains(text, 'word')", "full text")]
    public void What_lies_beyond_the_common_subset_is_found(string text, string what) =>
        Assert.That(CommonSubset.Beyond(text), Has.Exactly(1).Contains(what));

    private static IReadOnlyList<string> Complaints(SqlFile file) => TransactSqlBinder.Complaints(
        file.Name == Data.Queries.CreateHistory ? new TransactSqlSchema() : TransactSqlSchema.Migrated().Schema, file);
}
