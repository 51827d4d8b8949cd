using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>The figures to reproduce, as they stand in Reference/indicators.json.</summary>
internal static class ReferenceFile
{
    private static readonly JsonObject Root = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "indicators.json")))!.AsObject();

    public static IReadOnlyList<ReferenceCase> Cases { get; } =
        [.. Root["cases"]!.AsArray().Select(node => new ReferenceCase(node!.AsObject()))];

    public static IReadOnlyList<ReferenceFunction> Machinery { get; } =
        [.. Root["machinery"]!.AsArray().Select(node => new ReferenceFunction(node!.AsObject()))];

    /// <summary>The 48 people with raw answers.</summary>
    public static JsonObject People48 => Root["datasets"]!["people48"]!.AsObject();
}

/// <summary>One figure: what is counted, how it is asked for, and the row that must come out.</summary>
public sealed record ReferenceCase(JsonObject Node)
{
    public string Id => (string)Node["id"]!;

    public string Slug => (string)Node["slug"]!;

    public bool OfPeople48 => (string?)Input["dataset"] == "people48";

    public JsonObject Input => Node["input"]!.AsObject();

    public JsonObject Expected => Node["expected"]!.AsObject();

    public double Tolerance => (double)Node["tolerance"]!;

    /// <summary>
    /// As customers, whose rows may be incomplete; the file gives its headcounts with such rows too, which no employee
    /// release would.
    /// </summary>
    public Terms Terms => new(
        Audience.Customer, (int)Node["parameters"]!["k"]!, Headcount: (long?)Node["parameters"]!["headcount"]);

    public Counts Counts => new(
        [.. Items(), .. Answers("recommend", 0, 10)],
        [.. Scales()],
        []);

    public override string ToString() => Id;

    private IEnumerable<ItemCounts> Items() => (Input["items"]?.AsArray() ?? []).Select(item => new ItemCounts(
        (string)item!["item"]!,
        Slug is "satisfaction" ? "satisfaction" : (string)item["measures"]!,
        null,
        (int)item["low"]!,
        (int)item["high"]!,
        (bool?)item["reversed"] ?? false,
        Values(item["counts"]!)));

    private IEnumerable<ItemCounts> Answers(string measure, int low, int high) => Input["counts"] is { } counts
        ? [new(measure, measure, null, low, high, false, Values(counts))]
        : [];

    private IEnumerable<ScaleCounts> Scales()
    {
        var name = Slug switch { "net-trust" => "trust", "change-readiness" => "readiness", _ => Slug };
        if (Input["scale"] is { } scale)
            yield return Scale(name, scale);
        if (Input["purpose"] is { } purpose)
            yield return Scale("purpose", purpose);
        if (Input["rows"] is { } rows)
            yield return new("journey", [new(14, 0, 1, Rows(rows))]);
    }

    internal static ScaleCounts Scale(string name, JsonNode node) =>
        new(name, [new((int)node["items"]!, (int)node["low"]!, (int)node["high"]!, Rows(node["rows"]!))]);

    private static ScaleRow[] Rows(JsonNode rows) =>
        [.. rows.AsArray().Select(row => ScaleRow.Unweighted((int)row![0]!, (int)row[1]!, (long)row[2]!))];

    private static ValueCount[] Values(JsonNode counts) => [.. counts.AsObject()
        .Select(count => ValueCount.Unweighted(int.Parse(count.Key, null), complete: true, (long)count.Value!))];
}

/// <summary>One function with its result.</summary>
public sealed record ReferenceFunction(JsonObject Node)
{
    public string Function => (string)Node["function"]!;

    public JsonObject Input => Node["input"]!.AsObject();

    public JsonObject Expected => Node["expected"]!.AsObject();

    public double Tolerance => (double)Node["tolerance"]!;

    public double Number(string name) => (double)Input[name]!;

    public override string ToString() => (string)Node["id"]!;
}
