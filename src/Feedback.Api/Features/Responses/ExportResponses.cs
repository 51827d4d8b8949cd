using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Limits;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Replica;
using Feedback.Api.Texts;
using Feedback.Indicators;

namespace Feedback.Api.Features.Responses;

/// <summary>
/// Exports what customers answered, response by response in the order in which they came, as NDJSON or CSV: all of it, from one moment. Test responses are marked, erased ones are
/// left out, and in texts marks such as [email] stand where personal data stood, unless the survey keeps what was sent and originals asks for it. Answers of employees are exported to nobody.
/// </summary>
public sealed class ExportResponses : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys/{key}/responses", Handle)
        .WithName("ExportResponses")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .AuditedForAdmins()
        .FromReplica()
        .TakesLong()
        .Query("from", "to", "format", "originals")
        .Produces(200, typeof(string), "application/x-ndjson", "text/csv")
        .Produces(304)
        .Problems(400, 401, 403, 404, 406, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, Cohorts cohorts)
    {
        if (ListFormats.Read(context, out var format, ListFormat.Ndjson, ListFormat.Csv) is { } formatProblem) return formatProblem;
        var query = context.Request.Query;
        if (!TryDay(query, "from", out var from)) return Problem.Invalid(ProblemCodes.InvalidParameter, "from", "It is a day such as 2026-11-01.");
        if (!TryDay(query, "to", out var to)) return Problem.Invalid(ProblemCodes.InvalidParameter, "to", "It is a day such as 2026-12-01; the range ends before it.");
        if (from >= to) return Problem.Invalid(ProblemCodes.InvalidParameter, "to", "It is after from.");
        if (query["originals"].ToString() is not ("" or "true" or "false")) return Problem.Invalid(ProblemCodes.InvalidParameter, "originals", "It is true or false.");
        var hasOriginals = query["originals"] == "true";
        if (context.Caller().Catalogue.Survey(key) is not { IsBuiltIn: false } known) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (known.Audience == Audience.Employee) return new Problem(StatusCodes.Status403Forbidden, ProblemCodes.AnonymousAudience, "Answers of employees are never read one by one.");

        var responses = new RawResponses(known.Id, from is { } first ? Days.Number(first) : 0, to is { } past ? Days.Number(past) : int.MaxValue, hasOriginals ? 1 : 0);
        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        // A version that was published a moment ago may have answers already.
        var catalogue = await CatalogueReader.Read(session);
        var survey = catalogue.Survey(known.Id)!;
        var answer = new ListAnswer<RawResponse>(format, new ResponseShape(survey, cohorts.Of(survey.Id), hasOriginals), responses.Read(session), null) { Tag = await TagOf(session, responses, survey, format, catalogue.Words) };
        // Sent before the snapshot is left.
        await answer.ExecuteAsync(context);
        return TypedResults.Empty;
    }

    /// <summary>Responses are added and erased, and never changed but for what is masked in texts. Columns follow from the versions.</summary>
    private static async Task<string> TagOf(Session session, RawResponses responses, Survey survey, ListFormat format, WordLists words) => EntityTags.Of(Encoding.UTF8.GetBytes(
        $"{format}\n{responses}\n{await responses.Mark(session)}\n{words.Analysis} {await Rereading.LastDone(session)}\n{survey.Versions.Count}\n{string.Join(',', survey.Dimensions)}\n{typeof(ExportResponses).Module.ModuleVersionId}"));

    private static bool TryDay(IQueryCollection query, string name, out DateOnly? day)
    {
        day = query.TryGetValue(name, out var text) ? ResponseRules.Day(text.ToString()) : null;
        return text.Count == 0 || day is not null;
    }
}
