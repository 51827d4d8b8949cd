using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Surveys;

/// <summary>Lists how many people were invited to a survey, by day and what they are asked about.</summary>
public sealed class ReadInvitations : IEndpoint
{
    /// <summary>How many were invited.</summary>
    /// <param name="About">What they are asked about: dimension to value.</param>
    /// <param name="On">The day of the invitation.</param>
    /// <param name="Count">How many.</param>
    public sealed record InvitationView(IReadOnlyDictionary<string, string> About, DateOnly On, int Count);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/surveys/{key}/invitations", Handle)
        .WithName("ReadInvitations")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .List<InvitationView>()
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, Cohorts cohorts)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        if (context.Caller().Catalogue.Survey(key) is not { IsBuiltIn: false } survey) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        await using var session = await database.Read(context.RequestAborted);
        await cohorts.CatchUp(session);
        var counts = (await Invitations.Read(session, [survey.Id])).OrderBy(KeyOf, StringComparer.Ordinal).ToList();
        var abouts = cohorts.Of(survey.Id).ToDictionary(c => c.Id, c => c.Values);
        var shape = new RecordShape<InvitationView>(new Dictionary<string, IReadOnlyList<string>> { ["about"] = [ResponseRules.Unit, .. survey.Dimensions.Where(d => d != ResponseRules.Unit)] });
        return asked.Answer(counts, KeyOf, c => new InvitationView(abouts[c.Cohort], Days.Date(c.Day), c.N), shape);
    }

    private static string KeyOf(InvitationCount count) => string.Create(CultureInfo.InvariantCulture, $"{count.Day:D8} {count.Cohort:D10}");
}
