using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;

namespace Feedback.Api.Features.Flags;

/// <summary>Lists the concerns that a champion's key sees, the newest week first and within a week in an order drawn by lot. Employees' are there from the Monday after they came in.</summary>
public sealed class ReadFlags : IEndpoint
{
    private const int NoWeek = 99_999_999;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/flags", Handle)
        .WithName("ReadFlags")
        .WithTags("Flags")
        .For(KeyScope.Champion)
        .Audited(_ => false)
        .List<FlagView>(FlagRequest.Parameters)
        .Problems(400, 401, 403, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, RaisedFlags flags)
    {
        if (ListRequest.Read(context, out var asked) is { } listProblem) return listProblem;
        if (FlagRequest.Read(context, out var request) is { } problem) return problem;
        var caller = context.Caller();
        if (request.Raisers is { } audience && !caller.MayTouch(audience)) return Caller.WrongAudience;

        await using var session = await database.Read(context.RequestAborted);
        var seen = (await flags.Read(session, caller)).Where(f => request.Wants(f, caller.Catalogue.Units)).OrderBy(PlaceOf, StringComparer.Ordinal).ToList();
        var page = asked.Paging.Cut(seen, PlaceOf);
        var views = new List<FlagView>(page.Value.Count);
        foreach (var flag in page.Value) views.Add(FlagView.Of(flag, await flags.ThreadOf(session, flag)));
        context.Answered(null, page.Value.Count(f => f.Audience == Audience.Employee), 0);
        return asked.Answer(new Page<FlagView>(views, page.NextCursor));
    }

    /// <summary>Where a flag stands in the list: later weeks before earlier ones, within a week by a key that was drawn by lot.</summary>
    private static string PlaceOf(RaisedFlag flag) => string.Create(CultureInfo.InvariantCulture, $"{NoWeek - flag.Row.Week} {flag.Row.FlagKey}");
}
