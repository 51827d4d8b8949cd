using System.Text;
using System.Text.Json.Nodes;
using Feedback.Api.Tests.Fuzzing;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Api.Tests.Imports;

/// <summary>
/// Exports that are nearly right, made from those of each product: cells, rows and columns changed, left out, repeated. Each is read or refused; every row is
/// accounted for; what was stored is counted, and nothing of it by half; a dry run says the same as the run.
/// </summary>
[Category("Fuzz")]
public sealed class ReadingAnyExport(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Cells =
    [
        "", " ", "0", "-1", "5", "9", "10", "11", "1e1", "1e999", "NaN", "4.0", "4,0", "0x5", "99999999999999999999", "true", "FALSE", "wifi", "wifi;lounge", "wifi;wifi", ";;;", "Wi-Fi,Lounge", "Y", "N/A", "-99", "{question_not_shown}",
        "web", "desk", "north", "nowhere", "=1+1", "@x", "'", "\"", "\"\"", "\r\n", "a\nb", "\u0000", "\u202e", "é", "e\u0301", "\ud83d\ude00", "\u001f", "\u001e", "2026-03-01", "2026-02-30", "03/04/2026", "2026-03-01 10:00:00", "2026-03-01T10:00:00Z",
        "9999-12-31", "0001-01-01", "2026-03-29 02:30:00", "5f0c6ad1-27b8-4c1e-9d0a-3f6f5e0b7a11", "id", "answeredAt", "{}", "[1]", "{\"ImportId\":\"QID1\"}", "{\"ImportId\":\"startDate\",\"timeZone\":\"Nowhere/Land\"}", new('x', 10_001), new('9', 400),
    ];

    /// <summary>A change to a table: what is done, where, and with which cell. Where is taken modulo the size, so that a change fits every table.</summary>
    public sealed record Change(int Kind, int Row, int Column, int Cell);

    private static readonly Arbitrary<Change[]> Changes = Gen.ArrayOf(
        from kind in Gen.Choose(0, 9)
        from row in Gen.Choose(0, 60)
        from column in Gen.Choose(0, 40)
        from cell in Gen.Choose(0, Cells.Length - 1)
        select new Change(kind, row, column, cell)).ToArbitrary();

    [TestCase("csv", "plain.csv", ',')]
    [TestCase("qualtrics-csv", "qualtrics-numbers.csv", ',')]
    [TestCase("qualtrics-csv", "qualtrics-texts.csv", ',')]
    [TestCase("limesurvey-vv", "vv.tsv", '\t')]
    [TestCase("viva-glint-csv", "glint.csv", ',')]
    public async Task Every_row_of_a_file_is_accounted_for(string format, string name, char delimiter)
    {
        var table = Rows(Encoding.UTF8.GetString(await Importing.File(name)).TrimStart('\ufeff'), delimiter);
        var survey = await Publish();
        var read = 0;
        Prop.ForAll(Changes, changes => Check(format, survey, Written(Changed(table, changes), delimiter), ref read)).Check(Config.QuickThrowOnFailure.WithMaxTest(Tried.Times(25, 1_500)).WithQuietOnSuccess(true));
        await IsWhole(survey);
        Tried.Line($"exports made from {name}", $"{Tried.Times(25, 1_500)} files", $"read or refused, every row accounted for, {read} of them read; no error, nothing stored by half");
    }

    [TestCase("typeform", "typeform.json")]
    [TestCase("formbricks", "formbricks.json")]
    public async Task Every_message_is_accounted_for(string format, string name)
    {
        var message = JsonNode.Parse(await Importing.File(name))!;
        var survey = await Publish();
        var read = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var spoiled = new SpoiledValues(new Random(seed), "canary");
            Check(format, survey, spoiled.Spoil(message.DeepClone(), Math.Abs(seed % 4)), ref read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tried.Times(60, 4_000)).WithQuietOnSuccess(true));
        await IsWhole(survey);
        Tried.Line($"messages made from {name}", $"{Tried.Times(60, 4_000)} messages", $"read or refused, {read} of them read; no error, nothing stored by half");
    }

    [TestCase("csv")]
    [TestCase("qualtrics-csv")]
    [TestCase("limesurvey-vv")]
    [TestCase("viva-glint-csv")]
    [TestCase("typeform")]
    [TestCase("formbricks")]
    public async Task Bytes_made_to_be_expensive_are_read_or_refused(string format)
    {
        var survey = await Publish();
        var size = Tried.IsAtLength ? 24 << 20 : 1 << 17;
        foreach (var piece in (string[])["\"", ",", "\n", "\r", "\t", "\0", "a", "\"\"", "a,b\n", "[", "{\"a\":", "{quote}", "=", "\u001f", "é", ";", "\",\"", "{}\n"])
        {
            var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, size / piece.Length)));
            foreach (var start in (byte[][])[[], Encoding.UTF8.GetBytes("id,answeredAt,nps,why\na,2026-03-01,9,")])
            {
                var answer = await Service.Ingest.Import(format, survey, [.. start, .. body]);
                Assert.That((int)answer.StatusCode, Is.AnyOf(200, 400, 413), piece);
            }
        }
        Assert.That(Service.Log.Errors, Is.Empty);
        await IsWhole(survey);
    }

    [TestCase(10_000, 200)]
    [TestCase(10_001, 400)]
    public async Task A_file_has_at_most_ten_thousand_columns(int columns, int status)
    {
        var survey = await Publish();
        var header = string.Join(',', Enumerable.Range(0, columns - 3).Select(i => $"c{i}"));
        var answer = await Service.Ingest.Import("csv", survey, $"id,answeredAt,nps,{header}\na,2026-03-01,9\n");
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), await answer.Content.ReadAsStringAsync());
    }

    private void Check(string format, string survey, byte[] body, ref int read)
    {
        // Rows of these two bring no ids of their own, so that the file has to be told from others.
        var part = format is "csv" or "viva-glint-csv" ? "&part=a" : "";
        var dry = Sent(format, survey, body, "&dryRun=true" + part);
        var before = Service.ResponsesStored(survey).GetAwaiter().GetResult();
        var wet = Sent(format, survey, body, part);
        var after = Service.ResponsesStored(survey).GetAwaiter().GetResult();
        var again = Sent(format, survey, body, part);
        Assert.That(Service.Log.Errors, Is.Empty);
        if (wet is null)
        {
            Assert.That(again, Is.Null, "What was refused is refused again.");
            return;
        }
        Assert.That(after - before, Is.EqualTo((long)wet["stored"]!), wet.ToJsonString());
        Assert.That(((long)again!["stored"]!, (long)again["received"]!), Is.EqualTo((0L, (long)wet["received"]!)), "Importing twice stores nothing twice.");
        Assert.That((long)dry!["received"]!, Is.EqualTo((long)wet["received"]!), "A dry run reads what the run reads.");
        read += (int)wet["received"]!;
    }

    /// <summary>The answer to an import of which every row is accounted for; null where it was refused.</summary>
    private JsonNode? Sent(string format, string survey, byte[] body, string more)
    {
        using var answer = Service.Ingest.Import(format, survey, body, more: more).GetAwaiter().GetResult();
        var text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        Assert.That((int)answer.StatusCode, Is.AnyOf(200, 400), $"{text}\n{string.Join('\n', Service.Log.Errors)}");
        if ((int)answer.StatusCode != 200) return null;
        var json = JsonNode.Parse(text)!;
        long Of(string member) => (long)json[member]!;
        Assert.That(Of("stored") + Of("alreadyStored") + Of("erased") + Of("leftOut") + Of("rejectedCount"), Is.EqualTo(Of("received")), text);
        Assert.That(json["rejected"]!.AsArray(), Has.Count.EqualTo(Math.Min(100, Of("rejectedCount"))), text);
        return json;
    }

    /// <summary>As many are counted as are stored.</summary>
    private async Task IsWhole(string survey) => Assert.That(await Service.ResponsesCounted(survey), Is.EqualTo(await Service.ResponsesStored(survey)));

    private Task<string> Publish()
    {
        var definition = Importing.VisitSurvey();
        definition["items"]![0]!["aliases"]!.AsArray().Add("I can speak up");
        return Service.Publish(definition);
    }

    private static List<List<string>> Changed(List<List<string>> table, IEnumerable<Change> changes)
    {
        var rows = table.Select(r => r.ToList()).ToList();
        foreach (var change in changes.Where(_ => rows.Count > 0))
        {
            var row = rows[change.Row % rows.Count];
            var column = row.Count == 0 ? 0 : change.Column % row.Count;
            switch (change.Kind)
            {
                case 0: rows.Insert(change.Row % rows.Count, [.. row]); break;
                case 1: rows.Remove(row); break;
                case 2: row.Add(Cells[change.Cell]); break;
                case 3 when row.Count > 0: row.RemoveAt(column); break;
                case 4: foreach (var other in rows.Where(r => column < r.Count)) other.RemoveAt(column); break;
                case 5: foreach (var other in rows.Where(r => column < r.Count)) other.Add(other[column]); break;
                case 6: rows.Insert(change.Row % rows.Count, []); break;
                default: if (row.Count > 0) row[column] = Cells[change.Cell]; break;
            }
        }
        return rows;
    }

    /// <summary>Commas with quotes where they are needed; tabs as LimeSurvey has them, which knows no quotes.</summary>
    private static byte[] Written(IEnumerable<List<string>> rows, char delimiter) => Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => string.Join(delimiter, r.Select(c => delimiter == '\t' ? c.Replace('\t', ' ').Replace('\n', ' ') : Quoted(c))) + "\n")));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<List<string>> Rows(string text, char delimiter)
    {
        var (rows, row, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (delimiter == ',' && c == '"')
            {
                if (isQuoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else isQuoted = !isQuoted;
            }
            else if (!isQuoted && (c == delimiter || c == '\n'))
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c != '\n') continue;
                rows.Add(row);
                row = [];
            }
            else cell.Append(c);
        }
        return rows;
    }
}
