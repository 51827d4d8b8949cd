using System.Globalization;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;

namespace Feedback.Api.OData;

/// <summary>Opens what a request to the feed is answered from, and answers it.</summary>
public sealed class FeedReader(Database database, Cohorts cohorts, FrozenReleases frozen, ComputedRows computed, Seal seal, Settings settings, OrganisationClock clock)
{
    /// <summary>Answers with rows, or with one.</summary>
    public async Task<IResult> Answer(HttpContext context, FeedRequest request)
    {
        var (size, isWished) = FeedHeaders.PageSize(context.Request);
        Func<Task> write;
        var asOf = context.AsOf(clock);
        await using (var session = await context.OpenSnapshot(database))
        {
            var scope = await Scope(context, session, asOf);
            if (await IsKnown(context, scope, request, size)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            if (request.Key is null && isWished && request.Format.Form == FeedForm.Json) context.Response.Headers["Preference-Applied"] = string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}");
            write = await (request.Key is null ? request.Set.Accept(new FeedAnswer(context, scope, request.Query, request.Format, size)) : request.Set.Accept(new OneRow(context, scope, request)));
        }
        // Whoever takes a page slowly holds no snapshot of the store meanwhile.
        await write();
        return TypedResults.Empty;
    }

    /// <summary>Answers with the number of rows that match.</summary>
    public async Task<IResult> Count(HttpContext context, FeedRequest request)
    {
        var asOf = context.AsOf(clock);
        await using var session = await context.OpenSnapshot(database);
        var scope = await Scope(context, session, asOf);
        if (await IsKnown(context, scope, request, 0)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var count = await request.Set.Accept(new RowCount(context, scope, request.Query));
        return TypedResults.Text(count.ToString(CultureInfo.InvariantCulture), "text/plain");
    }

    /// <param name="context">Of the request.</param>
    /// <param name="session">The snapshot.</param>
    /// <param name="asOf">Taken before it: what is folded later is noted later than what this read calls changed now.</param>
    private async Task<FeedScope> Scope(HttpContext context, Session session, DateTimeOffset asOf)
    {
        await cohorts.CatchUp(session);
        var read = new ReadScope(session, cohorts, context.Caller().Catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(asOf))) { Computed = computed, Frozen = frozen, Aborted = context.RequestAborted };
        return new FeedScope(read, context.Caller(), asOf, clock);
    }

    /// <summary>Whether the caller has the answer already; the tag goes out either way.</summary>
    private async Task<bool> IsKnown(HttpContext context, FeedScope scope, FeedRequest request, int pageSize)
    {
        var tag = await FeedTag.Of(context, scope, request.Format, pageSize, seal);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.Append("Vary", "Accept, Authorization, Prefer, X-Api-Key");
        // Whether there is a row that any tag is one of, says the set.
        if (request.Key is not null && EntityTags.TakesAny(context) || !EntityTags.IsKnown(context, tag)) return false;
        if (request.Set.IsAudited) context.Answered(null, 0, 0);
        return true;
    }

    private sealed class OneRow(HttpContext context, FeedScope scope, FeedRequest request) : IFeedWork<Task<Func<Task>>>
    {
        public async Task<Func<Task>> On<TRow>(FeedSet<TRow> set)
        {
            if (await new FeedRows<TRow>(set, scope, request.Query).First() is not [var row])
            {
                context.Response.Headers.Remove("ETag");
                return () => Problem.NotFound(ProblemCodes.NotFound, "The set has no row of this key.").ExecuteAsync(context);
            }
            var isKnown = EntityTags.TakesAny(context);
            if (set.IsAudited) context.Answered(null, set.IsWithheld(row) is false && !isKnown ? 1 : 0, set.IsWithheld(row) is true && !isKnown ? 1 : 0);
            if (isKnown) return () => TypedResults.StatusCode(StatusCodes.Status304NotModified).ExecuteAsync(context);
            context.Response.ContentType = request.Format.ContentType;
            return () => new PageWriter<TRow>(set, request.Query, request.Format, FeedAddress.Root(context.Request)).Write(context.Response.BodyWriter, row, context.RequestAborted);
        }
    }

    private sealed class RowCount(HttpContext context, FeedScope scope, FeedQuery query) : IFeedWork<Task<long>>
    {
        public async Task<long> On<TRow>(FeedSet<TRow> set)
        {
            var counted = await new FeedRows<TRow>(set, scope, query).Count();
            // A number of rows tells of every row that it counts, so the ledger is told of them as of a page.
            if (set.IsAudited) context.Answered(null, counted.Released, counted.Withheld);
            return counted.Rows;
        }
    }
}
