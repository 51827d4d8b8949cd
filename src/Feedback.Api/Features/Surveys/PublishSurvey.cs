using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;

namespace Feedback.Api.Features.Surveys;

/// <summary>Publishes a survey. Identical content changes nothing; other content makes the next version, and old versions and their answers stay.</summary>
public sealed class PublishSurvey : IEndpoint
{
    /// <summary>What publishing came to.</summary>
    /// <param name="Key">The survey's key.</param>
    /// <param name="Version">The version in force now.</param>
    public sealed record Response(string Key, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/surveys/{key}", Handle)
        .WithName("PublishSurvey")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Accepts<SurveyDefinition>("application/json")
        .RequestExample("""
            {"audience":"customer","title":"Airport survey","dimensions":["channel",{"name":"boardingArea","values":["A","B","C"]}],
             "items":[
               {"code":"clean","kind":"rating","text":"Cleanliness of the terminal","low":1,"high":5,"measures":"experience","touchpoint":"cleanliness"},
               {"code":"nps","kind":"rating","text":"How likely are you to recommend us?","low":0,"high":10,"measures":"recommend"},
               {"code":"used","kind":"choice","text":"Which did you use?","options":[{"code":"wifi","text":"Wi-Fi"},{"code":"lounge","text":"Lounge"}],"multiple":true},
               {"code":"why","kind":"text","text":"Why?"}]}
            """)
        .ResponseExample(201, """{"key":"airport","version":1}""")
        .Produces<Response>(201)
        .Produces<Response>(200)
        .Problems(400, 401, 403, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, CatalogueCache catalogue, Settings settings, TimeProvider time)
    {
        if (!Names.IsName(key)) return Problem.Invalid(ProblemCodes.InvalidSurvey, "key", Names.NameMessage);
        var (definition, problem) = await Body.Read(context, SurveyDefinitionValidator.Instance, ProblemCodes.InvalidSurvey);
        if (problem is not null) return problem;
        Publication publication;
        await using (var session = await database.Write(context.RequestAborted))
        {
            publication = await Publishing.Publish(session, key, definition!, settings.MinimumGroup, time);
            if (publication.Conflict is { } conflict) return Problem.Conflict(ProblemCodes.SurveyConflict, conflict);
            if (publication.IsNew) await session.Commit();
        }
        await catalogue.Refresh(context.RequestAborted);
        var response = new Response(key, publication.Version);
        return publication.IsNew ? TypedResults.Created($"/v1/surveys/{key}", response) : TypedResults.Ok(response);
    }
}
