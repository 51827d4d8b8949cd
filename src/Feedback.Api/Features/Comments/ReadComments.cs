using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Replica;
using Feedback.Api.Texts;
using Feedback.Indicators;

namespace Feedback.Api.Features.Comments;

/// <summary>
/// Lists what people wrote, without what leads to a person, in an order drawn by lot and by months. Employees: as the release of the period shows it, each comment
/// under one unit. Customers: with every dimension, filters and search.
/// </summary>
public sealed class ReadComments : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/comments", Handle)
        .WithName("ReadComments")
        .WithTags("Comments")
        .For(KeyScope.Comments)
        .FromReplica()
        .Audited(_ => false)
        .List<CommentView>(["audience", "survey", .. CustomerRequest.Parameters])
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Listing listing, Cohorts cohorts, Seal seal)
    {
        if (ListRequest.Read(context, out var list) is { } listProblem) return listProblem;
        if (CommentSurveys.Read(context, out var asked) is { } problem) return problem;
        return asked!.Audience == Audience.Employee
            ? await OfEmployees(context, list, asked, database, seal)
            : await OfCustomers(context, list, asked, database, listing, cohorts, seal);
    }

    private static async Task<IResult> OfEmployees(HttpContext context, ListRequest list, CommentSurveys asked, Database database, Seal seal)
    {
        var paging = list.Paging;
        if (Position.Parse(paging.After) is not { } after) return WrongCursor;
        if (CommentRequest.Read(context, asked, out var request) is { } problem) return problem;

        await using var session = await context.OpenSnapshot(database);
        var page = paging.Of(await Rows(session, request!, after, paging.Limit + 1), r => new Position(r.Survey.Key, r.Row.Period, r.Row.Place).ToString());
        context.Answered(request!.Asked, page.Value.Count, 0);
        return list.Answer(page.Select(r => CommentView.Of(r.Row, r.Survey, seal)));
    }

    private static async Task<IResult> OfCustomers(HttpContext context, ListRequest list, CommentSurveys asked, Database database, Listing listing, Cohorts cohorts, Seal seal)
    {
        var (paging, after) = (list.Paging, 0L);
        if (paging.After is { } cursor && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return WrongCursor;
        if (CustomerRequestReader.Read(context, asked, out var request) is { } problem) return problem;

        await listing.CatchUp(context.RequestAborted);
        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var surveys = request!.Surveys.ToDictionary(s => s.Id);
        var (shape, comments) = (new CustomerCommentShape(request.Surveys), new ListedComments(session, request, cohorts, context.Caller().Catalogue.Units));
        CustomerComment View(ListedComment row) => CustomerComment.Of(row, surveys[row.Survey], cohorts, seal);
        if (paging.Limit != Paging.Unlimited)
        {
            var rows = await comments.Read(after, paging.Limit + 1, context.RequestAborted).ToListAsync(context.RequestAborted);
            return list.Answer(paging.Of(rows, r => r.Place.ToString(CultureInfo.InvariantCulture)).Select(View), shape);
        }
        // Sent before the snapshot is left.
        await new ListAnswer<CustomerComment>(list.Format, shape, comments.Read(after, Paging.Unlimited, context.RequestAborted).Select(View), null).ExecuteAsync(context);
        return TypedResults.Empty;
    }

    private static Problem WrongCursor => Problem.Invalid(ProblemCodes.InvalidParameter, "cursor", "It is the nextCursor of the page before.");

    /// <summary>The comments after a position, in the order of surveys, periods and places.</summary>
    private static async Task<List<(Survey Survey, ReleasedComment Row)>> Rows(Session session, CommentRequest request, Position after, int count)
    {
        var rows = new List<(Survey, ReleasedComment)>();
        foreach (var (survey, period) in request.Periods)
        {
            var order = (string.CompareOrdinal(survey.Key, after.Survey), period.Number.CompareTo(after.Period));
            if (order.CompareTo((0, 0)) < 0) continue;
            var found = await session.Rows<ReleasedComment>(Queries.ReadReleasedComments, new
            {
                Survey = survey.Id,
                period.Number,
                After = order == (0, 0) ? after.Place : -1,
                Unit = request.Unit ?? "",
                Count = count - rows.Count,
            });
            rows.AddRange(found.Select(row => (survey, row)));
            if (rows.Count == count) break;
        }
        return rows;
    }

    /// <summary>Where a comment stands in the list.</summary>
    private sealed record Position(string Survey, int Period, int Place)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Survey} {Period} {Place}");

        /// <summary>The position before the first where there is no text; null where the text is none of this list.</summary>
        public static Position? Parse(string? text)
        {
            if (text is null) return new Position("", 0, -1);
            return text.Split(' ') is [var survey, var period, var place]
                && int.TryParse(period, NumberStyles.None, null, out var number) && int.TryParse(place, NumberStyles.None, null, out var at) ? new Position(survey, number, at) : null;
        }
    }
}
