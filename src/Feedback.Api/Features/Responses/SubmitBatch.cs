using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Http.Limits;
using Feedback.Api.Ingest;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Responses;

/// <summary>Stores many responses: one a line (NDJSON) or a JSON array, read as a stream. Good ones are stored though others are bad.</summary>
public sealed class SubmitBatch : IEndpoint
{
    /// <summary>What became of a batch.</summary>
    /// <param name="Received">Responses read.</param>
    /// <param name="Stored">Responses stored now.</param>
    /// <param name="AlreadyStored">Responses that were stored before with the same content.</param>
    /// <param name="Erased">Responses whose id was erased; nothing of them is stored.</param>
    /// <param name="Rejected">The first hundred that were refused, in order of line.</param>
    /// <param name="RejectedCount">How many were refused.</param>
    /// <param name="Ignored">With format=surveyjs: answers of which some were left out, because their questions have no counterpart here.</param>
    public sealed record Response(long Received, long Stored, long AlreadyStored, long Erased, IReadOnlyList<Rejection> Rejected, long RejectedCount,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyCollection<string>? Ignored = null);

    /// <summary>A response that was refused.</summary>
    /// <param name="Line">Its line, or its place in the array, from 1.</param>
    /// <param name="Code">Why, from the closed list of problems.</param>
    /// <param name="Detail">What is wrong with it.</param>
    public sealed record Rejection(long Line, string Code, string Detail);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/surveys/{key}/responses/batch", Handle)
        .WithName("SubmitBatch")
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .TakesLong()
        .Query("format")
        .Accepts<IReadOnlyList<SubmitResponse.Request>>("application/x-ndjson", "application/json")
        .Produces<Response>(200)
        .Problems(400, 401, 403, 404, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, ResponseIntake intake, Inbox inbox, Stopping stopping)
    {
        if (SurveyFormats.Of(context, out var format) is { } refusal) return refusal;
        // A batch is long: it begins with the catalogue in force.
        if (await intake.Renew(context.Caller().At(context), context.RequestAborted) is not { } caller) return new Problem(401, ProblemCodes.Unauthorized, "The request carries no key that lives.");
        if (caller.Catalogue.Survey(key) is not { IsBuiltIn: false } survey) return ResponseIntake.UnknownSurvey;
        if (!caller.MayTouch(survey.Audience)) return Caller.WrongAudience;
        if (survey.IsClosed) return ResponseIntake.Closed;
        var isArray = Body.IsJson(context.Request);
        if (!isArray && !Body.IsMediaType(context.Request, "application/x-ndjson")) return Body.UnsupportedMediaType("application/x-ndjson or application/json");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.BatchesEnd);
        try
        {
            var batch = new BatchIntake(intake, inbox, caller, key, format == SurveyFormat.SurveyJs ? new SurveyJsResults() : null, end.Token);
            var problem = isArray
                ? await BatchReader.ReadArray(context.Request.BodyReader, batch, end.Token)
                : await BatchReader.ReadLines(context.Request.BodyReader, batch, end.Token);
            return problem ?? (IResult)TypedResults.Ok(await batch.Finish());
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Problem.Unavailable(ProblemCodes.Busy, "The service stops. A part of the batch may be stored: send it again, and with the same ids nothing is stored twice.");
        }
    }
}
