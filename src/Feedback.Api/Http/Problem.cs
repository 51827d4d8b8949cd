using System.Text.Json;
using Feedback.Api.Http.Pages;

namespace Feedback.Api.Http;

/// <summary>A refusal as RFC 9457 has it. Says what is wrong and where, and never repeats a value that was sent.</summary>
public sealed class Problem(int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : IResult
{
    public int Status => status;
    public string Code => code;
    public string Detail => detail;
    public IReadOnlyDictionary<string, string[]>? Errors => errors;

    /// <summary>The one answer for every period of employees that is not released, for everybody.</summary>
    public static Problem PeriodNotReleased { get; } = NotFound(ProblemCodes.PeriodNotReleased, "The period is not released.");

    /// <summary>Seconds after which trying again makes sense.</summary>
    public int? RetryAfter { get; init; }

    public static Problem Invalid(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>400 about one field or parameter.</summary>
    public static Problem Invalid(string code, string field, string message) =>
        new(StatusCodes.Status400BadRequest, code, message, new Dictionary<string, string[]> { [field] = [message] });

    public static Problem NotFound(string code, string detail) => new(StatusCodes.Status404NotFound, code, detail);

    public static Problem Conflict(string code, string detail) => new(StatusCodes.Status409Conflict, code, detail);

    public static Problem Unavailable(string code, string detail) => new(StatusCodes.Status503ServiceUnavailable, code, detail) { RetryAfter = 1 };

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Features.Get<AuditedRead>()?.Refusal = this;
        context.Features.Get<AdminAct>()?.Refusal = this;
        RefusalCounts.Add(context, this);
        if (PageAnswer.Concerns(context.Request))
        {
            await PageProblem.Of(context.Request, this).ExecuteAsync(context);
            return;
        }
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        if (RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var isOfFeed = FeedError.Concerns(context.Request);
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = isOfFeed ? FeedError.Challenge : "Bearer, Basic realm=\"feedback\"";
        await context.Response.Body.WriteAsync(ToJson(RequestTrace.IdOf(context), isOfFeed), context.RequestAborted);
    }

    private byte[] ToJson(string traceId, bool isOfFeed)
    {
        var body = new ProblemBody("urn:feedback:problem:" + code, Title(status), status, detail, code, traceId, errors);
        return isOfFeed ? JsonSerializer.SerializeToUtf8Bytes(FeedError.With(body), Json.Options) : JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
    }

    private static string Title(int status) => status switch
    {
        400 => "The request breaks a rule",
        401 => "A key is needed",
        403 => "The key may not do this",
        404 => "There is no such thing",
        405 => "The method is not allowed here",
        406 => "It is not answered in this form",
        409 => "It does not fit what is stored",
        413 => "The body is too large",
        415 => "The media type is not taken here",
        429 => "Too fast",
        501 => "That is not done here",
        503 => "Not now, try again",
        _ => "Something went wrong here",
    };
}

/// <summary>What a problem looks like on the wire.</summary>
/// <param name="Type">A URI that stands for the code.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request.</param>
/// <param name="Code">One of a closed list.</param>
/// <param name="TraceId">Under which the request is found in traces and logs.</param>
/// <param name="Errors">Field or parameter to messages.</param>
public record ProblemBody(string Type, string Title, int Status, string Detail, string Code, string TraceId, IReadOnlyDictionary<string, string[]>? Errors);
