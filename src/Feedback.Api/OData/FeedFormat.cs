using Feedback.Api.Http.Lists;
using Microsoft.Net.Http.Headers;

namespace Feedback.Api.OData;

/// <summary>In which form rows are written.</summary>
public enum FeedForm { Json, Csv, Ndjson }

/// <summary>The form of an answer, and how much is said beside the rows.</summary>
/// <param name="Form">JSON, or rows alone.</param>
/// <param name="IsBare">Of JSON, whether control information is left out (<c>odata.metadata=none</c>), but for what paging needs.</param>
/// <param name="WholesAreTexts">Of JSON, whether whole numbers are texts (<c>IEEE754Compatible=true</c>), for readers that know doubles only.</param>
public sealed record FeedFormat(FeedForm Form, bool IsBare = false, bool WholesAreTexts = false)
{
    public const string Ndjson = "application/x-ndjson";

    /// <summary>What is wrong with a format that nothing here is.</summary>
    public const string Expected = "It is application/json, text/csv or application/x-ndjson.";

    private static readonly FeedFormat Json = new(FeedForm.Json);

    /// <summary>
    /// What the answer says it is. Full metadata would say of every value what $metadata says of its column; who asks for it is
    /// answered with minimal and told so, because refusing would stop Excel and Power Query, which list both.
    /// </summary>
    public string ContentType => Form switch
    {
        FeedForm.Csv => ListFormat.Csv.ContentType(),
        FeedForm.Ndjson => Ndjson,
        _ => $"application/json;odata.metadata={(IsBare ? "none" : "minimal")};odata.streaming=true;IEEE754Compatible={(WholesAreTexts ? "true" : "false")};charset=utf-8",
    };

    /// <summary>The format that a request asks for by <c>$format</c>, else by its Accept header; null when there is none for it.</summary>
    public static FeedFormat? AskedFor(HttpRequest request)
    {
        if (request.Query.TryGetValue("$format", out var format))
        {
            return format.ToString() switch
            {
                "json" => Json,
                "csv" => new(FeedForm.Csv),
                "ndjson" => new(FeedForm.Ndjson),
                var text => MediaTypeHeaderValue.TryParse(text, out var type) && !type.MediaType.Value!.Contains('*') ? Of(type) : null,
            };
        }
        return Best(request, Of);
    }

    /// <summary>Whether the request takes a document of a type; any does that names none.</summary>
    public static bool Takes(HttpRequest request, string subtype) =>
        Best(request, range => range.MatchesAllTypes || range.MatchesAllSubTypes && range.Type == "application" || range.MediaType.Equals("application/" + subtype, StringComparison.OrdinalIgnoreCase) ? Json : null) is not null;

    private static FeedFormat? Best(HttpRequest request, Func<MediaTypeHeaderValue, FeedFormat?> of)
    {
        if (request.Headers.Accept.Count == 0) return Json;
        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
            ? ranges.Where(r => r.Quality is not 0).OrderByDescending(r => r.Quality ?? 1).Select(of).FirstOrDefault(f => f is not null)
            : null;
    }

    private static FeedFormat? Of(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes || range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)) return Json;
        return range.MediaType.ToString().ToLowerInvariant() switch
        {
            "application/json" => new(FeedForm.Json, Has(range, "odata.metadata", "none"), Has(range, "IEEE754Compatible", "true")),
            "text/csv" => new(FeedForm.Csv),
            Ndjson => new(FeedForm.Ndjson),
            _ => null,
        };
    }

    private static bool Has(MediaTypeHeaderValue range, string name, string value) =>
        range.Parameters.Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && p.Value.Equals(value, StringComparison.OrdinalIgnoreCase));
}
