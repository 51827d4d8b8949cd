using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Surveys;

/// <summary>Publishes a survey. Identical content changes nothing; other content makes the next version, and old versions and their answers stay. With format=surveyjs the body is a definition of SurveyJS, and the answer lists what of it has no counterpart.</summary>
public sealed class PublishSurvey : IEndpoint
{
    /// <summary>What publishing came to.</summary>
    /// <param name="Key">The survey's key.</param>
    /// <param name="Version">The version in force now.</param>
    /// <param name="Ignored">With format=surveyjs: what of the document has no counterpart here; at most 1,000 entries.</param>
    /// <param name="IgnoredCount">With format=surveyjs: how many entries there would be without that limit.</param>
    public sealed record Response(string Key, int Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<IgnoredPart>? Ignored = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? IgnoredCount = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/surveys/{key}", Handle)
        .WithName("PublishSurvey")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Query(["format", .. SurveyJsBody.Parameters])
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
        if (SurveyFormats.Of(context, out var format) is { } refusal) return refusal;
        var (definition, ignored, problem) = format == SurveyFormat.SurveyJs ? await SurveyJsBody.Read(context) : await ReadNative(context);
        if (problem is not null) return problem;
        Publication publication;
        await using (var session = await database.Write(context.RequestAborted))
        {
            publication = await Publishing.Publish(session, key, definition!, settings.MinimumGroup, time);
            if (publication.Conflict is { } conflict) return Problem.Conflict(ProblemCodes.SurveyConflict, conflict);
            if (publication.IsNew) await session.Commit();
        }
        await catalogue.Refresh(context.RequestAborted);
        var response = new Response(key, publication.Version, ignored?.Ignored, ignored?.IgnoredCount);
        return publication.IsNew ? TypedResults.Created($"/v1/surveys/{key}", response) : TypedResults.Ok(response);
    }

    private static async Task<(SurveyDefinition?, SurveyJsReading?, Problem?)> ReadNative(HttpContext context)
    {
        if (SurveyJsBody.Parameters.FirstOrDefault(context.Request.Query.ContainsKey) is { } stray) return (null, null, Problem.Invalid(ProblemCodes.UnknownParameter, stray, "It goes with format=surveyjs; else it stands in the body."));
        var (definition, problem) = await Body.Read(context, SurveyDefinitionValidator.Instance, ProblemCodes.InvalidSurvey);
        return (definition, null, problem);
    }
}
