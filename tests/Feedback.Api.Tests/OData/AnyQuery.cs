using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Api.Tests.OData;

/// <summary>A query that anybody might send, and what it should answer, worked out here from all rows.</summary>
/// <param name="Filter">The text, and whether a row matches; null for no filter.</param>
/// <param name="Order">Columns, and whether each is descending.</param>
/// <param name="Select">Columns; empty for all.</param>
/// <param name="Top">Null for all.</param>
/// <param name="Skip">Null for none.</param>
/// <param name="PageSize">Rows a page.</param>
internal sealed record AnyQuery(Condition? Filter, IReadOnlyList<(string Column, bool IsDescending)> Order, IReadOnlyList<string> Select, int? Top, int? Skip, int PageSize)
{
    public string Options => string.Join('&', ((IEnumerable<string>)
    [
        Filter is null ? "" : "$filter=" + Uri.EscapeDataString(Filter.Text),
        Order.Count == 0 ? "" : "$orderby=" + Uri.EscapeDataString(string.Join(',', Order.Select(o => o.Column + (o.IsDescending ? " desc" : "")))),
        Select.Count == 0 ? "" : "$select=" + string.Join(',', Select),
        Top is null ? "" : $"$top={Top}",
        Skip is null ? "" : $"$skip={Skip}",
        "$count=true",
    ]).Where(o => o.Length > 0));

    public override string ToString() => $"{Filter?.Text} order {string.Join(',', Order)} select {string.Join(',', Select)} top {Top} skip {Skip} page {PageSize}";

    /// <summary>How many of all rows match.</summary>
    public int Count(IEnumerable<JsonNode> all) => all.Count(r => Filter?.Holds(r) != false);

    /// <summary>The keys of the rows that are to come, in their order.</summary>
    public IEnumerable<string> Keys(IEnumerable<JsonNode> all)
    {
        var rows = all.Where(r => Filter?.Holds(r) != false).OrderBy(_ => 0);
        foreach (var (column, isDescending) in Order)
        {
            var values = Comparer<object?>.Create((a, b) => a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1) : Condition.Compare(a, b));
            rows = isDescending ? rows.ThenByDescending(r => Condition.Value(r[column]), values) : rows.ThenBy(r => Condition.Value(r[column]), values);
        }
        return rows.ThenBy(r => (string)r["key"]!, StringComparer.Ordinal).Select(r => (string)r["key"]!).Skip(Skip ?? 0).Take(Top ?? int.MaxValue);
    }
}

/// <summary>A filter as text, and what it says of a row.</summary>
internal sealed record Condition(string Text, Func<JsonNode, bool> Holds)
{
    private static readonly string[] Operators = ["eq", "ne", "lt", "le", "gt", "ge"];

    /// <summary>Literals by column, most of them values that rows have.</summary>
    private static readonly (string Column, string[] Literals)[] Columns =
    [
        ("key", ["'k''000007'", "'k''000150'", "'zzz'", "''"]),
        ("text", ["'a'", "'A'", "'O''Neill'", "''", "'=cmd()'", "'ä+ö & %'", "null"]),
        ("number", ["0.5", "-1.2", "2", "1e0", "2.9999999", "null", "INF"]),
        ("whole", ["0", "-4", "3", "2.5", "99999999999", "null"]),
        ("day", ["2026-01-04", "2026-01-01", "2026-01-04T00:00:00Z", "2026-01-04T10:00:00+02:00", "null"]),
        ("instant", ["2026-01-03T12:00:00.120Z", "2026-01-03", "2026-01-05T18:00:00.12+06:00", "null"]),
        ("flag", ["true", "false", "null"]),
    ];

    public static Gen<Condition> Any(int depth) => depth == 0 ? Leaf() : Gen.Frequency(
        (1, Leaf()),
        (2, Joined(depth, "and", (a, b) => a && b)),
        (2, Joined(depth, "or", (a, b) => a || b)));

    private static Gen<Condition> Joined(int depth, string word, Func<bool, bool, bool> both) =>
        from left in Any(depth - 1)
        from right in Any(depth - 1)
        select new Condition($"({left.Text}) {word} ({right.Text})", row => both(left.Holds(row), right.Holds(row)));

    private static Gen<Condition> Leaf() => Gen.Frequency(
        (8, from column in Gen.Elements(Columns)
            from literal in Gen.Elements(column.Literals)
            from word in Gen.Elements(Operators)
            from isTurned in Gen.Elements(false, false, true)
            select isTurned
                ? new Condition($"{literal} {word} {column.Column}", row => Compares(ValueOf(literal, column.Column), word, Value(row[column.Column])))
                : new Condition($"{column.Column} {word} {literal}", row => Compares(Value(row[column.Column]), word, ValueOf(literal, column.Column)))),
        (1, from word in Gen.Elements(Operators)
            from pair in Gen.Elements(("whole", "other"), ("number", "whole"), ("whole", "number"), ("text", "key"))
            select new Condition($"{pair.Item1} {word} {pair.Item2}", row => Compares(Value(row[pair.Item1]), word, Value(row[pair.Item2])))),
        (1, Gen.Constant(new Condition("flag", row => (bool?)row["flag"] == true))),
        (1, Gen.Elements(new Condition("1 eq 1", _ => true), new Condition("'a' eq 'b'", _ => false), new Condition("true", _ => true), new Condition("null", _ => false))));

    /// <summary>What the columns hold, from JSON: days and instants as instants.</summary>
    public static object? Value(JsonNode? json) => json?.GetValueKind() switch
    {
        null => null,
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        System.Text.Json.JsonValueKind.Number => (double)json,
        _ => (string)json! is ['2', '0', '2', '6', '-', ..] text ? Instant(text) : (string)json!,
    };

    public static int Compare(object a, object b) => a is string one && b is string other ? string.CompareOrdinal(one, other) : Comparer<object>.Default.Compare(a, b);

    private static object? ValueOf(string literal, string column) => literal switch
    {
        "null" => null,
        "true" => true,
        "false" => false,
        "INF" => double.PositiveInfinity,
        ['\'', .. var text, '\''] => text.Replace("''", "'", StringComparison.Ordinal),
        _ when column is "day" or "instant" => Instant(literal),
        _ => double.Parse(literal, CultureInfo.InvariantCulture),
    };

    private static object Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;

    /// <summary>Null equals null alone; nothing is less or greater than null.</summary>
    private static bool Compares(object? left, string word, object? right) => (word, left, right) switch
    {
        ("eq", null, null) => true,
        ("ne", null, null) => false,
        ("ne", null, _) or ("ne", _, null) => true,
        (_, null, _) or (_, _, null) => false,
        ("eq", _, _) => Compare(left, right) == 0,
        ("ne", _, _) => Compare(left, right) != 0,
        ("lt", _, _) => Compare(left, right) < 0,
        ("le", _, _) => Compare(left, right) <= 0,
        ("gt", _, _) => Compare(left, right) > 0,
        _ => Compare(left, right) >= 0,
    };
}

/// <summary>Makes queries.</summary>
internal static class AnyQueries
{
    private static readonly string[] Columns = ["key", "text", "number", "whole", "day", "instant", "flag", "other"];

    public static Arbitrary<AnyQuery> Query() => (
        from filter in Gen.Frequency((1, Gen.Constant<Condition?>(null)), (4, Gen.Choose(0, 4).SelectMany(Condition.Any).Select(c => (Condition?)c)))
        from order in Gen.Frequency((2, Gen.Constant(Array.Empty<(string, bool)>())), (3, Gen.Choose(1, 3).SelectMany(n => Gen.ArrayOf(Gen.Elements(Columns).Zip(Gen.Elements(true, false)).Select(p => (p.Item1, p.Item2)), n))))
        from columns in Gen.Frequency((2, Gen.Constant(Array.Empty<string>())), (1, Gen.Choose(1, 4).SelectMany(n => Gen.ArrayOf(Gen.Elements(Columns), n))))
        from top in Gen.Frequency((2, Gen.Constant<int?>(null)), (2, Gen.Choose(0, 320).Select(n => (int?)n)))
        from skip in Gen.Frequency((3, Gen.Constant<int?>(null)), (2, Gen.Choose(0, 320).Select(n => (int?)n)))
        from size in Gen.Elements(7, 50, 1_000)
        select new AnyQuery(filter, [.. order.DistinctBy(o => o.Item1)], [.. columns.Distinct()], top, skip, size)).ToArbitrary();
}
