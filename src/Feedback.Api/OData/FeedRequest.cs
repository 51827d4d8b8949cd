using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Feedback.Api.OData;

/// <summary>A request to a set, read and found in order: the set, the key of the row it is about if it is about one, what is asked, and in which form.</summary>
public sealed class FeedRequest
{
    private FeedRequest(FeedSet set, string? key, FeedQuery query, FeedFormat format) => (Set, Key, Query, Format) = (set, key, query, format);

    internal FeedSet Set { get; }

    internal string? Key { get; }

    internal FeedQuery Query { get; }

    internal FeedFormat Format { get; }

    /// <summary>Whether a request asks for a set that can hold figures of employees.</summary>
    public static bool IsAudited(HttpContext context) =>
        context.GetRouteValue("set") is string path && SetOf(context.RequestServices.GetRequiredService<Feed>(), path) is { IsAudited: true };

    /// <summary>A request for rows, or the problem with it.</summary>
    public static (FeedRequest? Request, Problem? Problem) Read(HttpContext context, Feed feed, string path)
    {
        if (FeedHeaders.Check(context.Request) is { } versionProblem) return (null, versionProblem);
        if (Find(feed, path, out var set, out var key) is { } pathProblem) return (null, pathProblem);
        var (query, problem) = Read(context, feed, set!, key);
        if (problem is not null) return (null, problem);
        return FeedFormat.AskedFor(context.Request) is { } format && (key is null || format.Form == FeedForm.Json)
            ? (new(set!, key, query!, format), null)
            : (null, FeedQueryReader.NotAcceptable(key is null ? FeedFormat.Expected : "One row is application/json."));
    }

    /// <summary>A request for the number of rows, or the problem with it.</summary>
    public static (FeedRequest? Request, Problem? Problem) ReadCount(HttpContext context, Feed feed, string path)
    {
        if (FeedHeaders.Check(context.Request) is { } versionProblem) return (null, versionProblem);
        if (Find(feed, path, out var set, out var key) is { } pathProblem) return (null, pathProblem);
        if (key is not null) return (null, FeedQueryReader.NotSupported(null, "The number of one row is not supported."));
        if (FeedQueryReader.CheckNames(context.Request.Query, ["$filter"]) is { } nameProblem) return (null, nameProblem);
        var (query, problem) = new FeedQueryReader(feed, set!, SealOf(context)).Read(context.Request.Query);
        return problem is null ? (new(set!, null, query!, new FeedFormat(FeedForm.Json)), null) : (null, problem);
    }

    private static (FeedQuery? Query, Problem? Problem) Read(HttpContext context, Feed feed, FeedSet set, string? key)
    {
        var options = context.Request.Query;
        if (key is not null && FeedQueryReader.CheckNames(options, ["$select", "$format"]) is { } problem) return (null, problem);
        var (query, queryProblem) = new FeedQueryReader(feed, set, SealOf(context)).Read(options);
        if (query is null || key is null) return (query, queryProblem);
        return (query with { Filter = new FeedFilter(new FilterNode.WithValue(set.Columns[0].Name, FilterOperator.Equal, key)) }, null);
    }

    private static Seal SealOf(HttpContext context) => context.RequestServices.GetRequiredService<Seal>();

    /// <summary>The set of a part of a path, and the key behind it.</summary>
    private static Problem? Find(Feed feed, string path, out FeedSet? set, out string? key)
    {
        (set, key) = (feed.Find(path), null);
        if (set is not null) return null;
        if (path is ['$', ..]) return FeedQueryReader.NotSupported(null, "An address that begins with $ is not supported, but for $metadata.");
        if (SetOf(feed, path) is not { } found) return Problem.NotFound(ProblemCodes.NotFound, "The feed has no such set.");
        try
        {
            var segments = new ODataUriParser(feed.Model, new Uri(Uri.EscapeDataString(path), UriKind.Relative)).ParsePath().ToList();
            if (segments is [EntitySetSegment only, .. var rest] && only.EntitySet.Name == found.Name && rest is [] or [KeySegment])
            {
                (set, key) = (found, rest is [KeySegment of] ? of.Keys.Single().Value as string : null);
                return null;
            }
        }
        catch (Exception e) when (e is ODataException or ArgumentException or FormatException)
        {
            // The library's message repeats what was sent.
        }
        return Problem.Invalid(ProblemCodes.InvalidRequest, "Behind a set stands one key: a text in quotes, in parentheses.");
    }

    /// <summary>
    /// The set that a part of a path begins with, by its plain name and no other: what is answered and what the ledger is told of are found
    /// here both. The library knows more names of a set.
    /// </summary>
    private static FeedSet? SetOf(Feed feed, string path) => feed.Find(path.Split('(', 2)[0]);
}
