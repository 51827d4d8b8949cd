using System.Text.Json;

namespace Feedback.Api.Http.Lists;

/// <summary>A column: its name, and what a row has there: a text, number, flag, day, list of names, null, or something that is JSON in a table.</summary>
public sealed record Column<T>(string Name, Func<T, object?> Value);

/// <summary>Rows whose columns the request decides. Some may stand in a member of their own, whose name they then bear in a table: <c>components.sd</c>.</summary>
/// <param name="columns">In the order of the answer.</param>
/// <param name="group">The name of the member; null for none.</param>
/// <param name="grouped">The columns in it, the last ones.</param>
public sealed class ColumnShape<T>(IReadOnlyList<Column<T>> columns, string? group = null, IReadOnlyList<Column<T>>? grouped = null) : ListShape<T>
{
    private readonly IReadOnlyList<Column<T>> _all = [.. columns, .. grouped ?? []];
    private readonly (JsonEncodedText Name, Func<T, object?> Value)[] _own = Encoded(columns), _grouped = Encoded(grouped ?? []);

    public override IReadOnlyList<string> Columns { get; } = [.. columns.Select(c => c.Name), .. grouped?.Select(c => $"{group}.{c.Name}") ?? []];

    public override void WriteJson(Utf8JsonWriter json, T entry)
    {
        json.WriteStartObject();
        foreach (var (name, value) in _own) Write(json, name, value(entry));
        if (group is not null)
        {
            json.WriteStartObject(group);
            foreach (var (name, value) in _grouped) Write(json, name, value(entry));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    public override void WriteLines(CsvTable csv, T entry)
    {
        foreach (var column in _all) csv.Cell(column.Value(entry));
        csv.End();
    }

    private static (JsonEncodedText Name, Func<T, object?> Value)[] Encoded(IReadOnlyList<Column<T>> columns) =>
        [.. columns.Select(c => (JsonEncodedText.Encode(c.Name, Json.Options.Encoder), c.Value))];

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case double number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case var other: JsonSerializer.Serialize(json, other, other.GetType(), Json.Options); break;
        }
    }
}
