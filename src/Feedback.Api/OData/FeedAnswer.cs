using Feedback.Api.Http;

namespace Feedback.Api.OData;

/// <summary>Answers a query to a set: a page of JSON, or all rows as CSV or NDJSON.</summary>
internal sealed class FeedAnswer(HttpContext context, FeedScope scope, FeedQuery query, FeedFormat format, int pageSize) : IFeedWork<Task<Func<Task>>>
{
    /// <summary>Rows that are read, told to the ledger and then written at a time.</summary>
    private const int Part = 5_000;

    private HttpResponse Response => context.Response;

    /// <summary>What is left to do when the store is done with: to write what was read of it.</summary>
    public Task<Func<Task>> On<TRow>(FeedSet<TRow> set) => format.Form == FeedForm.Json ? Page(set) : Stream(set);

    private async Task<Func<Task>> Page<TRow>(FeedSet<TRow> set)
    {
        var page = await new FeedRows<TRow>(set, scope, query).Page(pageSize);
        // Of rows that are only counted the answer tells as well.
        if (set.IsAudited) Tell(page.Counted ?? RowTally.Of(set, page.Rows));
        Response.ContentType = format.ContentType;
        var next = page.Next is { } mark ? FeedAddress.Next(context.Request, set, mark.Text(query)) : null;
        return () => new PageWriter<TRow>(set, query, format, FeedAddress.Root(context.Request)).Write(Response.BodyWriter, page, next, context.RequestAborted);
    }

    /// <summary>Nothing goes out before the ledger was told of it, and no more is in memory than one part.</summary>
    private async Task<Func<Task>> Stream<TRow>(FeedSet<TRow> set)
    {
        context.ExpectSteadyReader();
        LineWriter<TRow> lines = format.Form == FeedForm.Csv ? new CsvLines<TRow>(set, query) : new JsonLines<TRow>(set, query);
        await foreach (var rows in Ahead.Parts(new FeedRows<TRow>(set, scope, query).All(), Part)) await Send(set, lines, rows);
        return () => Task.CompletedTask;
    }

    private async Task Send<TRow>(FeedSet<TRow> set, LineWriter<TRow> lines, List<TRow> rows)
    {
        if (set.IsAudited && !Response.HasStarted) Tell(RowTally.Of(set, rows));
        else if (set.IsAudited) await TellMore(RowTally.Of(set, rows));
        if (!Response.HasStarted) Response.ContentType = format.ContentType;
        await lines.Write(Response.BodyWriter, rows, context.RequestAborted);
    }

    private void Tell(RowTally rows) => context.Answered(null, rows.Released, rows.Withheld);

    private ValueTask TellMore(RowTally rows) => context.AnsweredMore(null, rows.Released, rows.Withheld);
}
