using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>The answer as JSON or CSV: every column in every row, whatever its status, and an ETag over the figures.</summary>
internal sealed class IndicatorResult(Reading reading, IndicatorRequest request, List<IndicatorRow> rows, Paging paging, DateTimeOffset asOf) : IResult
{
    private readonly Indicator _indicator = reading.Indicator;

    /// <summary>The column of the rows' names, where it is not one of the breakdown already.</summary>
    private readonly string? _named = reading.RowColumnOf(request) is { } column && !request.By.Contains(column) ? column : null;

    private readonly IReadOnlyList<string> _components = reading.ComponentsOf(request);

    public async Task ExecuteAsync(HttpContext context)
    {
        var isCsv = Csv.IsAskedFor(context);
        // A CSV file is never cut short unless a limit was asked for.
        var page = isCsv && !context.Request.Query.ContainsKey("limit") && paging.After is null
            ? new Page<IndicatorRow>(rows, null)
            : paging.Cut(rows, r => r.Position);
        context.Answered(PeriodOf(context), page.Value.Count(r => r.Figure.Value.Status == Status.Released), page.Value.Count(r => r.Figure.Value.Status == Status.Withheld));
        var body = isCsv ? Encoding.UTF8.GetBytes(ToCsv(page)) : ToJson(page);
        var etag = EntityTags.Of(body);
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept, Authorization, X-Api-Key";
        if (EntityTags.IsKnown(context, etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (isCsv && page.NextCursor is { } next) context.Response.Headers["X-Next-Cursor"] = next;
        context.Response.ContentType = isCsv ? Csv.MediaType : "application/json; charset=utf-8";
        if (!isCsv) body = WithTime(body);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The answer without the time it was given, which is not part of the figures.</summary>
    private byte[] ToJson(Page<IndicatorRow> page)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("indicator", _indicator.Slug);
            json.WriteString("audience", request.Audience.ToString().ToLowerInvariant());
            json.WriteStartObject("scale");
            json.WriteNumber("low", _indicator.ScaleLow);
            json.WriteNumber("high", _indicator.ScaleHigh);
            json.WriteEndObject();
            json.WriteStartArray("value");
            foreach (var row in page.Value) Write(json, row);
            json.WriteEndArray();
            json.WriteString("nextCursor", page.NextCursor);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private byte[] WithTime(byte[] json)
    {
        var time = Encoding.ASCII.GetBytes($$"""{"asOf":"{{asOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}",""");
        return [.. time, .. json.AsSpan(1)];
    }

    private void Write(Utf8JsonWriter json, IndicatorRow row)
    {
        var figure = row.Figure.Value;
        json.WriteStartObject();
        json.WriteString("key", row.Key);
        json.WriteString("from", DayText(row.From));
        json.WriteString("to", DayText(row.To));
        for (var i = 0; i < request.By.Count; i++) json.WriteString(request.By[i], ValueOf(row, i));
        if (_named is not null) json.WriteString(_named, row.Name);
        Write(json, "estimate", figure.Estimate);
        Write(json, "low", figure.Low);
        Write(json, "high", figure.High);
        Write(json, "n", figure.N);
        json.WriteString("status", figure.Status.ToString().ToLowerInvariant());
        Write(json, "bound", NameOf(figure.Bound));
        Write(json, "target", row.Target);
        Write(json, "reached", row.Reached?.ToString().ToLowerInvariant());
        json.WriteStartObject("components");
        foreach (var name in _components) Write(json, name, figure.Components.GetValueOrDefault(name));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null) json.WriteNull(name);
        else if (value is double number) json.WriteNumber(name, number);
        else if (value is long whole) json.WriteNumber(name, whole);
        else if (value is bool flag) json.WriteBoolean(name, flag);
        else if (value is string text) json.WriteString(name, text);
        else WriteList(json, name, (IReadOnlyList<string>)value);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A list of names stands in one cell.</summary>
    private static object? Cell(object? value) => value is IReadOnlyList<string> names ? string.Join(';', names) : value;

    private string ToCsv(Page<IndicatorRow> page)
    {
        string[] named = _named is null ? [] : [_named];
        return Csv.Text(
            ["key", "from", "to", .. request.By, .. named, "estimate", "low", "high", "n", "status", "bound", "target", "reached", .. _components.Select(c => "components." + c)],
            page.Value.Select(row => (IEnumerable<object?>)
            [
                row.Key, DayText(row.From), DayText(row.To), .. row.By.Select((_, i) => ValueOf(row, i)), .. named.Select(_ => row.Name),
                row.Figure.Value.Estimate, row.Figure.Value.Low, row.Figure.Value.High, row.Figure.Value.N, row.Figure.Value.Status.ToString().ToLowerInvariant(), NameOf(row.Figure.Value.Bound), row.Target, row.Reached?.ToString().ToLowerInvariant(),
                .. _components.Select(c => Cell(row.Figure.Value.Components.GetValueOrDefault(c))),
            ]));
    }

    /// <summary>The value of a column of the breakdown; the rows' names may be one.</summary>
    private string? ValueOf(IndicatorRow row, int column) => request.By[column] == reading.RowColumnOf(request) ? row.Name : row.By[column];

    /// <summary>The period that was asked for, or the last one where none was named; null for a series of all of them.</summary>
    private string? PeriodOf(HttpContext context) => context.Request.Query["period"].ToString() is { Length: > 0 } named ? named
        : request.Range is (null, null) || request.LastReleased() is not { } last ? null : PeriodGrid.TextOf(request.Surveys.First(s => s.Id == last.Survey), last.Number);

    private static string? NameOf(Bound? bound) => bound switch { Bound.AtLeast => "atLeast", Bound.AtMost => "atMost", _ => null };

    private static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
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
