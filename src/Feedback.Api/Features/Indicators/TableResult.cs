using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Rows of figures as JSON or CSV: every column in every row, whatever its status, and an ETag over the figures.</summary>
internal abstract class TableResult<TRow>(IndicatorRequest request, IReadOnlyList<TRow> rows, Paging paging, DateTimeOffset asOf) : IResult
{
    protected IndicatorRequest Request => request;

    public async Task ExecuteAsync(HttpContext context)
    {
        var isCsv = Csv.IsAskedFor(context);
        // A CSV file is never cut short unless a limit was asked for.
        var page = isCsv && !context.Request.Query.ContainsKey("limit") && paging.After is null
            ? new Page<TRow>(rows, null)
            : paging.Cut(rows, PositionOf);
        context.Answered(PeriodOf(context), page.Value.Count(r => StatusOf(r) == Status.Released), page.Value.Count(r => StatusOf(r) == Status.Withheld));
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

    /// <summary>Where a row stands in the order of the answer.</summary>
    protected abstract string PositionOf(TRow row);

    protected abstract Status StatusOf(TRow row);

    /// <summary>What the answer says before its rows.</summary>
    protected abstract void WriteHead(Utf8JsonWriter json);

    protected abstract void Write(Utf8JsonWriter json, TRow row);

    protected abstract string ToCsv(Page<TRow> page);

    protected static void Write(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null) json.WriteNull(name);
        else if (value is double number) json.WriteNumber(name, number);
        else if (value is long whole) json.WriteNumber(name, whole);
        else if (value is bool flag) json.WriteBoolean(name, flag);
        else if (value is string text) json.WriteString(name, text);
        else WriteList(json, name, (IReadOnlyList<string>)value);
    }

    /// <summary>What every answer says of itself: whose figures, and where they can lie.</summary>
    protected void WriteAudienceAndScale(Utf8JsonWriter json, Indicator indicator)
    {
        json.WriteString("audience", request.Audience.ToString().ToLowerInvariant());
        json.WriteStartObject("scale");
        json.WriteNumber("low", indicator.ScaleLow);
        json.WriteNumber("high", indicator.ScaleHigh);
        json.WriteEndObject();
    }

    protected static string NameOf(Status status) => status.ToString().ToLowerInvariant();

    protected static string? NameOf(Bound? bound) => bound switch { Bound.AtLeast => "atLeast", Bound.AtMost => "atMost", _ => null };

    protected static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>The answer without the time it was given, which is not part of the figures.</summary>
    private byte[] ToJson(Page<TRow> page)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            json.WriteStartObject();
            WriteHead(json);
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

    /// <summary>The period that was asked for, or the last one where none was named; null for a series of all of them.</summary>
    private string? PeriodOf(HttpContext context) => context.Request.Query["period"].ToString() is { Length: > 0 } named ? named
        : request.Range is (null, null) || request.LastReleased() is not { } last ? null : PeriodGrid.TextOf(request.Surveys.First(s => s.Id == last.Survey), last.Number);
}
