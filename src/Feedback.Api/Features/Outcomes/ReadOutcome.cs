using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Outcomes;

/// <summary>Lists the company's own numbers under one name by unit and period.</summary>
public sealed class ReadOutcome : IEndpoint
{
    /// <summary>One of the company's own numbers.</summary>
    /// <param name="Unit">The unit's code.</param>
    /// <param name="Period">2026-11, 2026-Q4 or 2026.</param>
    /// <param name="Value">In whatever the company counts it in.</param>
    public sealed record OutcomeView(string Unit, string Period, double Value);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/outcomes/{name}", Handle)
        .WithName("ReadOutcome")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .List<OutcomeView>()
        .Problems(400, 401, 403, 404, 503);

    private static IResult Handle(HttpContext context, string name)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        if (context.Caller().Catalogue.Outcome(name) is not { } outcome) return Problem.NotFound(ProblemCodes.UnknownOutcome, "There is no such outcome.");
        var views = outcome.Values.Select(v => new OutcomeView(v.Unit, CalendarPeriods.Text(v.Period), v.Value)).OrderBy(KeyOf, StringComparer.Ordinal).ToList();
        return asked.Answer(views, KeyOf, v => v);
    }

    private static string KeyOf(OutcomeView view) => view.Unit + '\u001f' + view.Period;
}
