using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>The answer as JSON or CSV: every column in every row, whatever its status, and an ETag over the figures.</summary>
internal sealed class IndicatorResult(Reading reading, IndicatorRequest request, List<IndicatorRow> rows, Paging paging, DateTimeOffset asOf)
    : TableResult<IndicatorRow>(request, rows, paging, asOf)
{
    private readonly Indicator _indicator = reading.Indicator;

    /// <summary>The column of the rows' names, where it is not one of the breakdown already.</summary>
    private readonly string? _named = reading.RowColumnOf(request) is { } column && !request.By.Contains(column) ? column : null;

    private readonly IReadOnlyList<string> _components = reading.ComponentsOf(request);

    protected override string PositionOf(IndicatorRow row) => row.Position;

    protected override Status StatusOf(IndicatorRow row) => row.Figure.Value.Status;

    protected override void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("indicator", _indicator.Slug);
        WriteAudienceAndScale(json, _indicator);
    }

    protected override void Write(Utf8JsonWriter json, IndicatorRow row)
    {
        var figure = row.Figure.Value;
        json.WriteStartObject();
        json.WriteString("key", row.Key);
        json.WriteString("from", DayText(row.From));
        json.WriteString("to", DayText(row.To));
        for (var i = 0; i < Request.By.Count; i++) json.WriteString(Request.By[i], ValueOf(row, i));
        if (_named is not null) json.WriteString(_named, row.Name);
        Write(json, "estimate", figure.Estimate);
        Write(json, "low", figure.Low);
        Write(json, "high", figure.High);
        Write(json, "n", figure.N);
        json.WriteString("status", NameOf(figure.Status));
        Write(json, "bound", NameOf(figure.Bound));
        Write(json, "target", row.Target);
        Write(json, "reached", row.Reached?.ToString().ToLowerInvariant());
        json.WriteStartObject("components");
        foreach (var name in _components) Write(json, name, figure.Components.GetValueOrDefault(name));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A list of names stands in one cell.</summary>
    private static object? Cell(object? value) => value is IReadOnlyList<string> names ? string.Join(';', names) : value;

    protected override string ToCsv(Page<IndicatorRow> page)
    {
        string[] named = _named is null ? [] : [_named];
        return Csv.Text(
            ["key", "from", "to", .. Request.By, .. named, "estimate", "low", "high", "n", "status", "bound", "target", "reached", .. _components.Select(c => "components." + c)],
            page.Value.Select(row => (IEnumerable<object?>)
            [
                row.Key, DayText(row.From), DayText(row.To), .. row.By.Select((_, i) => ValueOf(row, i)), .. named.Select(_ => row.Name),
                row.Figure.Value.Estimate, row.Figure.Value.Low, row.Figure.Value.High, row.Figure.Value.N, NameOf(row.Figure.Value.Status), NameOf(row.Figure.Value.Bound), row.Target, row.Reached?.ToString().ToLowerInvariant(),
                .. _components.Select(c => Cell(row.Figure.Value.Components.GetValueOrDefault(c))),
            ]));
    }

    /// <summary>The value of a column of the breakdown; the rows' names may be one.</summary>
    private string? ValueOf(IndicatorRow row, int column) => Request.By[column] == reading.RowColumnOf(Request) ? row.Name : row.By[column];
}

/// <summary>An indicator's answer on the wire. Columns of the breakdown, and facet or option where there are several rows a group, stand beside.</summary>
/// <param name="Indicator">Its slug.</param>
/// <param name="Audience">Whose answers.</param>
/// <param name="Scale">Where estimates can lie.</param>
/// <param name="AsOf">When it was worked out.</param>
/// <param name="Value">The rows.</param>
/// <param name="NextCursor">For the next page; null on the last.</param>
public sealed record IndicatorAnswer(string Indicator, Audience Audience, IndicatorScale Scale, DateTimeOffset AsOf, IReadOnlyList<IndicatorAnswerRow> Value, string? NextCursor);

/// <param name="Low">Lowest possible estimate.</param>
/// <param name="High">Highest possible estimate.</param>
public sealed record IndicatorScale(double Low, double High);

/// <param name="Key">Stable for the same row.</param>
/// <param name="From">First day; null when open.</param>
/// <param name="To">First day after; null when open.</param>
/// <param name="Estimate">The figure.</param>
/// <param name="Low">Lower limit of the 95% interval.</param>
/// <param name="High">Upper limit of the 95% interval.</param>
/// <param name="N">People, answers or mentions behind it.</param>
/// <param name="Status"><c>released</c>, <c>withheld</c>, <c>insufficient</c> or <c>undefined</c>.</param>
/// <param name="Bound">Of a small group of employees whose answers lie near an end of the scale, and of response rates near 100: the figure is the estimate or more (<c>atLeast</c>), or less (<c>atMost</c>). Null: it is the estimate.</param>
/// <param name="Target">What the organisation wants the figure to be; null without a target.</param>
/// <param name="Reached"><c>yes</c>, <c>no</c>, or <c>unclear</c> where the interval holds the target; null without one, or without a figure.</param>
/// <param name="Components">Parts of the figure by name, every name in every row.</param>
public sealed record IndicatorAnswerRow(string Key, DateOnly? From, DateOnly? To, double? Estimate, double? Low, double? High, long? N, Status Status, Bound? Bound, double? Target, Reached? Reached, IReadOnlyDictionary<string, object?> Components)
{
    /// <summary>The dimensions of the breakdown, and facet or option.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Columns { get; init; }
}
