using Microsoft.Net.Http.Headers;

namespace Feedback.Api.Http.Lists;

/// <summary>The forms in which a list can be asked for.</summary>
public enum ListFormat
{
    /// <summary>One page with a cursor.</summary>
    Json,

    /// <summary>A table as RFC 4180 has it, for spreadsheets and statistics.</summary>
    Csv,

    /// <summary>One entry a line, for programs that read as it comes.</summary>
    Ndjson,
}

/// <summary>How the form of a list is asked for, and what it is called.</summary>
public static class ListFormats
{
    private const string Json = "application/json", Csv = "text/csv", Ndjson = "application/x-ndjson";

    public static readonly IReadOnlyList<string> MediaTypes = [Json, Csv, Ndjson];

    /// <summary>The content type of an answer in this form.</summary>
    public static string ContentType(this ListFormat format) => MediaTypes[(int)format] + "; charset=utf-8";

    /// <summary>Reads <c>format</c>, or where there is none the Accept header: what it prefers of that which is offered. Another form is refused, never answered with the usual one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="format">The form.</param>
    /// <param name="offered">The forms there are, the usual one first; none for all of them.</param>
    public static Problem? Read(HttpContext context, out ListFormat format, params ListFormat[] offered)
    {
        if (offered.Length == 0) offered = Enum.GetValues<ListFormat>();
        format = offered[0];
        if (context.Request.Query.TryGetValue("format", out var named))
        {
            if (offered.Where(f => f.ToString().ToLowerInvariant() == named).ToList() is not [var one])
                return Problem.Invalid(ProblemCodes.InvalidParameter, "format", $"It is one of {string.Join(", ", offered.Select(f => f.ToString().ToLowerInvariant()))}.");
            format = one;
            return null;
        }
        if (context.Request.Headers.Accept.Count == 0) return null;
        var wanted = context.Request.GetTypedHeaders().Accept.OrderByDescending(a => a, MediaTypeHeaderValueComparer.QualityComparer).Where(a => a.Quality is not 0);
        if (wanted.Select(range => Of(range, offered)).FirstOrDefault(f => f is not null) is not { } accepted)
            return new Problem(StatusCodes.Status406NotAcceptable, ProblemCodes.NotAcceptable, $"It comes as {string.Join(" or ", offered.Select(f => MediaTypes[(int)f]))}.");
        format = accepted;
        return null;
    }

    /// <summary>The first form that a range of the Accept header covers; null where there is none.</summary>
    private static ListFormat? Of(MediaTypeHeaderValue range, ListFormat[] offered) =>
        offered.Where(f => new MediaTypeHeaderValue(MediaTypes[(int)f]).IsSubsetOf(Bare(range))).Select(f => (ListFormat?)f).FirstOrDefault();

    /// <summary>Without parameters: <c>text/csv; header=present</c> asks for CSV too.</summary>
    private static MediaTypeHeaderValue Bare(MediaTypeHeaderValue range) => new(range.MediaType);
}
