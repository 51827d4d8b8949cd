using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Feedback.Api.Tests.OData;

/// <summary>A set as CSV or NDJSON is whole, however large it is, and its numbers are numbers.</summary>
public sealed class ExportingSets(string engine) : FeedFixture(engine)
{
    private const string Set = InventedRows.SetName;

    [TestCase("?$format=csv", "*/*")]
    [TestCase("", "text/csv")]
    public async Task CSV_holds_every_row_with_formulas_neutralised_and_numbers_as_they_are(string options, string accept)
    {
        using var answer = await Ask(Set + options, accept);
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/csv; charset=utf-8"));
        var text = await answer.Content.ReadAsStringAsync();
        var lines = Records(text);
        Assert.That(lines[0], Is.EqualTo((string[])["key", "text", "number", "whole", "day", "instant", "flag", "other"]));
        Assert.That(lines.Skip(1), Is.EqualTo(Invented.Rows.Select(Cells)));
        Assert.That(text, Does.Contain("\r\n"));
        Assert.That(Invented.Rows.Any(r => r.Number < 0 && text.Contains($",{r.Number!.Value.ToString(CultureInfo.InvariantCulture)},")), "A negative number is no formula.");
    }

    [Test]
    public async Task NDJSON_holds_every_row_as_a_page_does()
    {
        var before = Invented.Rows;
        try
        {
            Invented.Rows = [.. InventedRows.Make(12_345)];
            var paged = await Rows(Set);
            using var answer = await Ask(Set + "?$format=ndjson", "*/*");
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/x-ndjson"));
            var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
            Assert.That(lines[^1], Is.Empty, "Every line has its end.");
            Assert.That(lines[..^1], Is.EqualTo(paged.Select(r => r.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))));
        }
        finally
        {
            Invented.Rows = before;
        }
    }

    [TestCase("$top=10&$skip=3")]
    [TestCase("$orderby=whole desc,day&$skip=250")]
    [TestCase("$filter=flag eq true&$orderby=number&$top=20&$select=key,number")]
    [TestCase("$filter=key eq 'nothing'")]
    [TestCase("$top=0")]
    public async Task Options_apply_as_to_pages(string options)
    {
        options = options.Replace(" ", "%20", StringComparison.Ordinal);
        var keys = (await Rows($"{Set}?{options}")).Select(r => (string?)r["key"]);
        using var csv = await Ask($"{Set}?{options}&$format=csv", "*/*");
        Assert.That(Records(await csv.Content.ReadAsStringAsync()).Skip(1).Select(r => r[0]), Is.EqualTo(keys));
        using var ndjson = await Ask($"{Set}?{options}", "application/x-ndjson");
        Assert.That((await ndjson.Content.ReadAsStringAsync()).Split('\n')[..^1].Select(l => (string?)JsonNode.Parse(l)!["key"]), Is.EqualTo(keys));
    }

    [TestCase("Calendar", "application/json", "gzip")]
    [TestCase("Calendar", "application/json", "br")]
    [TestCase("Calendar", "text/csv", "gzip")]
    [TestCase("Calendar", "application/x-ndjson", "br")]
    [TestCase("$metadata", "application/xml", "gzip")]
    public async Task Answers_are_compressed_when_asked(string path, string accept, string encoding)
    {
        using var answer = await Ask(path, accept, ("Accept-Encoding", encoding));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { encoding }));
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.That(await new StreamReader(plain).ReadToEndAsync(), Is.EqualTo(await (await Ask(path, accept)).Content.ReadAsStringAsync()));
    }

    [TestCase("text/csv", "gzip")]
    [TestCase("application/x-ndjson", "br")]
    public async Task Rows_go_out_while_others_are_still_read(string accept, string encoding)
    {
        var (before, last) = (Invented.Rows, new TaskCompletionSource());
        try
        {
            (Invented.Rows, Invented.Last) = ([.. InventedRows.Make(12_000)], last.Task);
            using var request = new HttpRequestMessage(HttpMethod.Get, Root + Set) { Headers = { { "Accept", accept }, { "Accept-Encoding", encoding } } };
            using var answer = await Service.Read.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(TimeSpan.FromSeconds(30));
            await using var body = await answer.Content.ReadAsStreamAsync();
            await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            using var reader = new StreamReader(plain);
            var lines = 0;
            for (; lines < 9_000; lines++) Assert.That(await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)), Is.Not.Null);
            last.SetResult();
            for (; await reader.ReadLineAsync() is not null; lines++) { }
            Assert.That(lines, Is.GreaterThanOrEqualTo(12_000));
        }
        finally
        {
            (Invented.Rows, Invented.Last) = (before, Task.CompletedTask);
            last.TrySetResult();
        }
    }

    private static string[] Cells(InventedRow row) =>
    [
        row.Key,
        row.Text is ['=' or '-', ..] text ? "'" + text : row.Text ?? "",
        row.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
        row.Whole?.ToString(CultureInfo.InvariantCulture) ?? "",
        row.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        row.Instant?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture) ?? "",
        row.Flag switch { true => "true", false => "false", _ => "" },
        (row.Whole % 3)?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static List<string[]> Records(string text)
    {
        using var reader = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default with { HasHeader = false });
        var records = new List<string[]>();
        foreach (var row in reader)
        {
            var cells = new string[row.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = row[i].ToString();
            records.Add(cells);
        }
        return records;
    }
}
