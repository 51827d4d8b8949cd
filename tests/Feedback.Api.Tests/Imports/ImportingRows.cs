using System.Text;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Imports;

/// <summary>How cells become answers, and what becomes of rows that cannot.</summary>
public sealed class ImportingRows
{
    private ImportFolder _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = new ImportFolder();

    [TearDown]
    public async Task DropTheFolder() => await _folder.DisposeAsync();

    [Test]
    public async Task Cells_become_answers_skipped_or_not_shown()
    {
        var result = await _folder.Import();
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(await _folder.Query<string>("select answers from response order by seq"), Is.EqualTo(new[]
        {
            """{"rating":4,"used":["wifi","lounge"]}""", """{"used":["wifi"],"why":null}""", """{"rating":null,"used":null}""",
        }));
        Assert.That(await _folder.Query<string>("select text from comment order by seq"), Is.EqualTo(new[] { "Fast and friendly.", "Two lines:\nno \"why\"." }));
    }

    [Test]
    public async Task Nothing_stands_where_the_map_finds_no_value()
    {
        await _folder.Import();
        Assert.That(await _folder.Query<string>("select v.value from response r left join cohort_value v on v.cohort = r.cohort order by r.seq"), Is.EqualTo(new[] { "web", "desk", null }));
    }

    [Test]
    public async Task A_time_without_an_offset_is_one_of_the_organisation()
    {
        _folder.Map["answeredAt"] = new JsonObject { ["column"] = "when", ["format"] = "dd.MM.yyyy HH:mm" };
        _folder.Csv = "nr,grade,used,why,place,when\na1,4,,,,01.05.2026 00:30\n";
        var result = await _folder.Import("--Feedback:TimeZone=Europe/Berlin");
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(await _folder.Query<long>("select day from response"), Is.EqualTo(new[] { 20260501L }));
        Assert.That(await _folder.Query<long>("select answered_at from response"), Is.EqualTo(new[] { new DateTimeOffset(2026, 4, 30, 22, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() }));
    }

    [Test]
    public async Task A_file_may_begin_with_a_byte_order_mark_and_be_named_on_the_command_line()
    {
        await File.WriteAllTextAsync(_folder.Path("other.csv"), _folder.Csv.ReplaceLineEndings("\r\n"), new UTF8Encoding(true));
        var result = await _folder.Import(_folder.Path("other.csv"), "--survey", "renamed");
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(await _folder.Query<string>("select s.survey_key from response r join survey s on s.id = r.survey"), Is.EqualTo(new[] { "renamed", "renamed", "renamed" }));
    }

    [TestCase("x9,4,,,w,2026-02-30", "when")]
    [TestCase("x9,4,,,w,2031-01-01", "when")]
    [TestCase("x9,7,,,w,2026-03-01", "grade")]
    [TestCase("x9,4,3,,w,2026-03-01", "used")]
    [TestCase("x9,4,1;1,,w,2026-03-01", "used")]
    [TestCase("x9,4,,,secret,2026-03-01", "place")]
    [TestCase(",4,,,w,2026-03-01", "nr")]
    public async Task A_row_that_cannot_be_mapped_is_named_by_line_and_column_without_its_value(string row, string column)
    {
        _folder.Csv += row + "\n";
        var result = await _folder.Import();
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Contain($"line 6, column {column}: "));
        Assert.That(result.Errors, Does.Not.Contain("secret").And.Not.Contain("02-30").And.Not.Contain("x9"));
        Assert.That(result.Output, Does.Contain("4 rows read: 3 stored, 0 already stored, 1 rejected"));
    }

    [Test]
    public async Task Rejected_rows_are_mended_and_imported_with_the_same_map()
    {
        _folder.Csv += "a4,4,,,w,tomorrow\na5,4\n";
        await _folder.Import("--rejects", _folder.Path("rejects.csv"));
        var rejects = await File.ReadAllTextAsync(_folder.Path("rejects.csv"));
        Assert.That(rejects, Does.StartWith("rejected_line,rejected_column,rejected_reason,nr,grade,used,why,place,when\n6,when,").And.Contain("7,,\"The row has 2 cells, the header 6.\",a5,4\n"));
        await File.WriteAllTextAsync(_folder.Path("mended.csv"), rejects.Replace("tomorrow", "2026-03-04").Replace("a5,4\n", "a5,4,,,,2026-03-05\n"));
        var result = await _folder.Import("--file", _folder.Path("mended.csv"));
        Assert.That(result.Output, Does.Contain("2 stored, 0 already stored, 0 rejected"), result.Errors);
        Assert.That((await _folder.Import()).Output, Does.Contain("0 stored, 3 already stored, 2 rejected"));
    }

    [Test]
    public async Task The_same_id_with_other_content_is_rejected()
    {
        await _folder.Import();
        _folder.Csv = _folder.Csv.Replace("a1,4", "a1,5");
        var result = await _folder.Import();
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Errors, Does.Contain("line 2, column nr: The same id was stored with other content."));
    }

    [Test]
    public async Task A_response_that_was_erased_stays_away()
    {
        await _folder.Import();
        await _folder.Erase();
        var result = await _folder.Import();
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain("0 stored, 2 already stored, 1 erased before, 0 rejected"));
    }

    [Test]
    public async Task A_dry_run_checks_every_row_and_stores_none()
    {
        _folder.Csv += "a4,8,,,w,2026-03-04\n";
        var result = await _folder.Import("--dry-run");
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Does.Contain("4 rows read: 3 can be stored, 1 rejected"));
        await _folder.AssertNothingWasStored();
    }
}
