using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Imports;

/// <summary>Says how the responses of another product come in to a survey: with a map of one's own, and the secret that its messages are signed with.</summary>
public sealed class PutImport : IEndpoint
{
    /// <summary>At least one of the two.</summary>
    public sealed record Request
    {
        /// <summary>Which column is which item, as docs/import.md says, without survey, definition and file path; without it columns are found by the survey's codes and aliases.</summary>
        public JsonElement? Map { get; init; }

        /// <summary>Formbricks: whsec_ and what follows. Typeform: as it was typed in there. Without it a secret that is kept stays.</summary>
        public string? Secret { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/surveys/{key}/imports/{format}", Handle)
        .WithName("PutImport")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"map":{"items":{"nps":{"column":"How likely are you to recommend us?"}},"dimensions":{"channel":{"value":"mail"}}},"secret":"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"}""")
        .Produces<ImportView>(200)
        .Problems(400, 401, 403, 404, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, string format, Database database, Seal seal)
    {
        if (ImportAddress.Find(context.Caller(), key, format, out var survey, out var found) is { } unknown) return unknown;
        var (request, problem) = await Body.Read<Request>(context);
        if (problem is not null) return problem;
        if ((CheckMap(request!.Map, survey, found, out var map) ?? CheckSecret(request, found)) is { } refusal) return refusal;
        await using var session = await database.Write(context.RequestAborted);
        var secret = request.Secret is { } sent ? seal.Protect(StoredImport.SecretUse, sent) : (await StoredImport.Read(session, survey.Id, found.Name))?.Secret;
        var import = new StoredImport { Map = map?.ToJson(), Secret = secret };
        await import.Write(session, survey.Id, found.Name);
        await session.Commit();
        return TypedResults.Ok(ImportView.Of(key, found.Name, import));
    }

    private static Problem? CheckMap(JsonElement? sent, Survey survey, ImportFormat format, out ImportMap? map)
    {
        map = null;
        if (sent is not { ValueKind: not JsonValueKind.Null } json) return null;
        try
        {
            map = ImportMap.Parse(json.GetRawText());
        }
        catch (JsonException e)
        {
            return Body.Malformed(e);
        }
        if (map.Survey is not null || map.Definition is not null || map.File.Path is not null)
            return Problem.Invalid(ProblemCodes.InvalidImport, "map", "Survey, definition and path belong to maps of the command line.");
        var findings = new Findings(ProblemCodes.InvalidImport);
        // What the survey says of a map counts once the map is one.
        var problems = ImportMapValidator.Problems(map, isWhole: false) is { Count: > 0 } wrong ? wrong : [.. MapBinding.OfSurvey(map, survey), .. MapBinding.Identities(map, survey, format)];
        foreach (var problem in problems)
        {
            var field = problem.IndexOf(": ", StringComparison.Ordinal);
            findings.Add("map." + problem[..field], problem[(field + 2)..]);
        }
        return findings.ToProblem();
    }

    private static Problem? CheckSecret(Request request, ImportFormat format)
    {
        if (request.Secret is not { } secret)
            return request.Map is { ValueKind: not JsonValueKind.Null } ? null : Problem.Invalid(ProblemCodes.InvalidImport, "map", "There is a map, a secret, or both.");
        if (format.Signature is not { } signature) return Problem.Invalid(ProblemCodes.InvalidImport, "secret", "Files are not signed.");
        return signature.WrongSecret(secret) is { } wrong ? Problem.Invalid(ProblemCodes.InvalidImport, "secret", wrong) : null;
    }
}
