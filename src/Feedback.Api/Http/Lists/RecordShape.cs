using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Feedback.Api.Http.Lists;

/// <summary>
/// Entries that are records, each member a column: one that is a record itself gives a column for each of its members (<c>scale.low</c>), names in a list stand in
/// one cell with semicolons between them, and what is nested deeper stands there as JSON. So a list has a table without saying what is in it twice.
/// </summary>
/// <param name="keys">The keys of members that map names to texts, by the member's name: a column each (<c>about.unit</c>). Without keys such a member is JSON.</param>
public sealed class RecordShape<T>(IReadOnlyDictionary<string, IReadOnlyList<string>> keys) : ListShape<T>
{
    private readonly IReadOnlyList<(string Name, Func<object, object?> Value)> _columns = [.. ColumnsOf(typeof(T), "", entry => entry, keys)];

    /// <summary>The shape of all lists of this record that have no columns of their own.</summary>
    public static RecordShape<T> Instance { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public override IReadOnlyList<string> Columns => field ??= [.. _columns.Select(c => c.Name)];

    public override void WriteJson(Utf8JsonWriter json, T entry) => JsonSerializer.Serialize(json, entry, Json.Options);

    public override void WriteLines(CsvTable csv, T entry)
    {
        foreach (var (_, value) in _columns) csv.Cell(value(entry!));
        csv.End();
    }

    private static IEnumerable<(string, Func<object, object?>)> ColumnsOf(Type record, string prefix, Func<object, object?> owner, IReadOnlyDictionary<string, IReadOnlyList<string>> keys)
    {
        foreach (var member in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null && !p.IsDefined(typeof(JsonExtensionDataAttribute))))
        {
            var name = prefix + JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            object? Value(object entry) => owner(entry) is { } holder ? member.GetValue(holder) : null;
            if (keys.TryGetValue(name, out var own))
            {
                foreach (var key in own) yield return ($"{name}.{key}", entry => (Value(entry) as IReadOnlyDictionary<string, string>)?.GetValueOrDefault(key));
            }
            else if (IsRecord(member.PropertyType))
            {
                foreach (var column in ColumnsOf(member.PropertyType, name + ".", Value, keys)) yield return column;
            }
            else if (NamesIn(member.PropertyType) is { } enums)
            {
                yield return (name, entry => Value(entry) is System.Collections.IEnumerable values ? values.Cast<object>().Select(v => NameOf(enums, v)).ToList() : null);
            }
            else
            {
                yield return (name, Value);
            }
        }
    }

    /// <summary>A record of answers; one that writes itself as JSON in its own way is a value.</summary>
    private static bool IsRecord(Type type) =>
        type.IsClass && type.Namespace?.StartsWith("Feedback.", StringComparison.Ordinal) == true && type.GetCustomAttribute<JsonConverterAttribute>() is null;

    /// <summary>The type of enum that a list holds.</summary>
    private static Type? NamesIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.GetGenericArguments()[0] is { IsEnum: true } names ? names : null;

    private static string NameOf(Type names, object value) => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(names, value)!);
}
