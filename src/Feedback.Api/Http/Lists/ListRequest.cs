namespace Feedback.Api.Http.Lists;

/// <summary>How a list was asked for: its form, and which part of it.</summary>
/// <param name="Format">The form of the answer.</param>
/// <param name="Paging">A page in JSON; in the other forms all there is, unless a limit was sent.</param>
public sealed record ListRequest(ListFormat Format, Paging Paging)
{
    public static readonly string[] Parameters = ["format", .. Paging.Parameters];

    /// <summary>Reads <c>format</c> or Accept, <c>limit</c> and <c>cursor</c>.</summary>
    public static Problem? Read(HttpContext context, out ListRequest asked)
    {
        asked = null!;
        if (ListFormats.Read(context, out var format) is { } formatProblem) return formatProblem;
        var (paging, problem) = Paging.Read(context);
        if (problem is not null) return problem;
        var isWhole = format != ListFormat.Json && !context.Request.Query.ContainsKey("limit");
        asked = new ListRequest(format, isWhole ? paging! with { Limit = Paging.Unlimited } : paging!);
        return null;
    }

    /// <summary>Entries that are in ordinal order of their keys.</summary>
    public ListAnswer<TView> Answer<T, TView>(IReadOnlyList<T> ordered, Func<T, string> keyOf, Func<T, TView> view, ListShape<TView>? shape = null) =>
        Answer(Paging.Cut(ordered, keyOf).Select(view), shape);

    /// <summary>A page that is in memory.</summary>
    public ListAnswer<T> Answer<T>(Page<T> page, ListShape<T>? shape = null) =>
        new(Format, shape ?? RecordShape<T>.Instance, page.Value.ToAsyncEnumerable(), page.NextCursor);
}

public static class ListEndpoints
{
    /// <summary>It answers a list of these entries in every form, and knows the parameters of lists beside its own.</summary>
    public static RouteHandlerBuilder List<T>(this RouteHandlerBuilder builder, params string[] parameters) =>
        builder.Query([.. parameters, .. ListRequest.Parameters]).ProducesList<Page<T>>();

    /// <summary>It answers a body of its own with a list in it, in every form.</summary>
    public static RouteHandlerBuilder ProducesList<TBody>(this RouteHandlerBuilder builder) => builder
        .Produces<TBody>(StatusCodes.Status200OK, ListFormats.MediaTypes[0], [.. ListFormats.MediaTypes.Skip(1)])
        .Produces(StatusCodes.Status304NotModified)
        .Problems(StatusCodes.Status406NotAcceptable);
}
