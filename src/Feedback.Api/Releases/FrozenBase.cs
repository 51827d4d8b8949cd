using System.Text;
using System.Text.Json;

namespace Feedback.Api.Releases;

/// <summary>The people of one cell, and what was counted of them: pairs of a slot and a number.</summary>
public sealed record FrozenCell(string? Unit, IReadOnlyList<(string Dimension, string? Value)> Values, long People, int[] Counts);

/// <summary>
/// The frozen cube of one base: every cell that the audit released, with its counts. A slot is a variable, one of its values, and
/// whether the whole scale was answered. What is not in it was not released, and nothing tells why.
/// </summary>
public sealed class FrozenBase
{
    private readonly Dictionary<string, FrozenCell> _cells;

    private FrozenBase(IReadOnlyList<(int Variable, int Value, bool Complete)> slots, IReadOnlyList<FrozenCell> cells) =>
        (Slots, Cells, _cells) = (slots, cells, cells.ToDictionary(c => KeyOf(c.Unit, c.Values), StringComparer.Ordinal));

    public IReadOnlyList<(int Variable, int Value, bool Complete)> Slots { get; }

    /// <summary>In the order in which they were frozen.</summary>
    public IReadOnlyList<FrozenCell> Cells { get; }

    public int Count => _cells.Count;

    /// <summary>The cell, if it was released.</summary>
    /// <param name="unit">With everything below it; null for the whole organisation.</param>
    /// <param name="values">At most two, in any order; a null value is "without one".</param>
    public FrozenCell? Find(string? unit, IEnumerable<(string Dimension, string? Value)> values) => _cells.GetValueOrDefault(KeyOf(unit, values));

    public static FrozenBase Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var slots = root.GetProperty("slots").EnumerateArray().Select(s => (s[0].GetInt32(), s[1].GetInt32(), s[2].GetInt32() != 0)).ToList();
        return new FrozenBase(slots, [.. root.GetProperty("cells").EnumerateArray().Select(c => new FrozenCell(
            c[0].GetString(), [.. c[1].EnumerateArray().Select(v => (v[0].GetString()!, v[1].GetString()))], c[2].GetInt64(), [.. c[3].EnumerateArray().Select(n => n.GetInt32())]))]);
    }

    /// <summary>As text, the same for the same content; cells in the order given.</summary>
    public static string ToText(IReadOnlyList<(int Variable, int Value, bool Complete)> slots, IEnumerable<FrozenCell> cells)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("slots");
            foreach (var (variable, value, complete) in slots) Write(json, [variable, value, complete ? 1 : 0]);
            json.WriteEndArray();
            json.WriteStartArray("cells");
            foreach (var cell in cells) Write(json, cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, FrozenCell cell)
    {
        json.WriteStartArray();
        json.WriteStringValue(cell.Unit);
        json.WriteStartArray();
        foreach (var (dimension, value) in cell.Values)
        {
            json.WriteStartArray();
            json.WriteStringValue(dimension);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteNumberValue(cell.People);
        Write(json, cell.Counts);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, int[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static string KeyOf(string? unit, IEnumerable<(string Dimension, string? Value)> values)
    {
        var key = new StringBuilder(unit);
        foreach (var (dimension, value) in values.OrderBy(v => v.Dimension, StringComparer.Ordinal)) key.Append('\u001f').Append(dimension).Append('\u001e').Append(value ?? "\u001d");
        return key.ToString();
    }
}
