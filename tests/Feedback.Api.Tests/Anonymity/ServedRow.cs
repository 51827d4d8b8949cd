using System.Globalization;
using System.Text.Json;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A row as it was served.</summary>
/// <param name="Cell">The cell it is about.</param>
/// <param name="Status">Whether there is a figure.</param>
/// <param name="Estimate">The figure; null where it is not released, as are the others.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="N">People, to the nearest five.</param>
/// <param name="Bound">Which way an extreme figure is open.</param>
/// <param name="Components">Those that are numbers.</param>
/// <param name="Text">The row without its key, its days and the values it was asked by.</param>
internal sealed record ServedRow(AskedCell Cell, string Status, double? Estimate, double? Low, double? High, long? N, string? Bound, IReadOnlyDictionary<string, double> Components, string Text)
{
    private static readonly string[] Echoed = ["key", "from", "to", "unit"];

    public bool IsReleased => Status == "released";

    /// <param name="row">A row of an indicator's answer.</param>
    /// <param name="by">The columns of the breakdown.</param>
    /// <param name="where">The unit and values that were asked beside.</param>
    public static ServedRow Of(JsonElement row, string[] by, AskedCell where)
    {
        var values = by.Where(d => d != "unit").Select(d => new Predicate(d, row.GetProperty(d).GetString() ?? ""));
        var unit = by.Contains("unit") ? row.GetProperty("unit").GetString() : where.Unit;
        return new ServedRow(
            AskedCell.Of(unit, [.. where.Predicates, .. values]),
            row.GetProperty("status").GetString()!,
            Number(row, "estimate"),
            Number(row, "low"),
            Number(row, "high"),
            (long?)Number(row, "n"),
            row.TryGetProperty("bound", out var bound) ? bound.GetString() : null,
            row.GetProperty("components").EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Number).ToDictionary(c => c.Name, c => c.Value.GetDouble()),
            string.Join(',', row.EnumerateObject().Where(p => !Echoed.Contains(p.Name) && !by.Contains(p.Name)).Select(p => p.ToString())));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cell}: {Text}");

    private static double? Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
