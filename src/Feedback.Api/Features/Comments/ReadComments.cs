using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>Lists what employees wrote, as the release of the period shows it: each comment under one unit, without personal data that a pattern finds, in an order drawn by lot.</summary>
public sealed class ReadComments : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/comments", Handle)
        .WithName("ReadComments")
        .WithTags("Comments")
        .For(KeyScope.Comments)
        .Audited(_ => false)
        .List<CommentView>(CommentRequest.Parameters)
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Seal seal)
    {
        if (ListRequest.Read(context, out var asked) is { } listProblem) return listProblem;
        var paging = asked.Paging;
        if (Position.Parse(paging.After) is not { } after) return Problem.Invalid(ProblemCodes.InvalidParameter, "cursor", "It is the nextCursor of the page before.");
        if (CommentRequest.Read(context, out var request) is { } problem) return problem;

        await using var session = await database.Read(context.RequestAborted);
        var page = paging.Of(await Rows(session, request!, after, paging.Limit + 1), r => new Position(r.Survey.Key, r.Row.Period, r.Row.Place).ToString());
        context.Answered(request!.Asked, page.Value.Count, 0);
        return asked.Answer(page.Select(r => CommentView.Of(r.Row, r.Survey, seal)));
    }

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
