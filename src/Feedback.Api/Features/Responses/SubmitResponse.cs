using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Api.SurveyJs;

namespace Feedback.Api.Features.Responses;

/// <summary>Stores one response to a survey. Answers only after the commit; safe to retry with the same id. With format=surveyjs the answers are what the SurveyJS library gives for the form that was published.</summary>
public sealed class SubmitResponse : IEndpoint
{
    /// <summary>One person's answers to a survey.</summary>
    public sealed record Request
    {
        /// <summary>Any UUID; makes a retry safe. The server makes one without it.</summary>
        public Guid? Id { get; init; }

        /// <summary>The version that was answered; the present one without it.</summary>
        public int? Version { get; init; }

        /// <summary>When it was answered, with offset; now without it. Employees: kept to the day.</summary>
        public DateTimeOffset? AnsweredAt { get; init; }

        /// <summary>A language tag.</summary>
        public string? Language { get; init; }

        /// <summary>Dimension to value.</summary>
        public IReadOnlyDictionary<string, string?>? About { get; init; }

        /// <summary>Customers: a reference of yours; stored only as a keyed hash.</summary>
        public string? Respondent { get; init; }

        /// <summary>Customers: 0.01 to 100, at most 4 decimals.</summary>
        public decimal? Weight { get; init; }

        /// <summary>Left out of every figure unless asked for.</summary>
        public bool? IsTest { get; init; }

        /// <summary>A single-use invitation code, where the survey asks for one.</summary>
        public string? Code { get; init; }

        /// <summary>The day the invitation went out.</summary>
        public DateOnly? InvitedOn { get; init; }

        /// <summary>Item to answer: a number (rating), a code or codes (choice), a text; null for "shown and skipped".</summary>
        public IReadOnlyDictionary<string, JsonNode?>? Answers { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/surveys/{key}/responses", Handle)
        .WithName("SubmitResponse")
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .Query("format")
        .Accepts<Request>("application/json", "text/plain")
        .RequestExample("""
            {"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec48","answeredAt":"2026-11-21T10:15:00Z","language":"en","about":{"channel":"web","boardingArea":"A"},
             "answers":{"clean":4,"nps":9,"used":["wifi"],"why":"Fast and friendly.","integrity":null}}
            """)
        .ResponseExample(201, """{"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec48","status":"stored"}""")
        .ResponseExample(200, """{"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec48","status":"already_stored"}""")
        .Produces<ResponseReceipt>(201)
        .Produces<ResponseReceipt>(200)
        .Problems(400, 401, 403, 404, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, ResponseIntake intake)
    {
        if (SurveyFormats.Of(context, out var format) is { } refusal) return refusal;
        if (!Body.IsJson(context.Request) && !Body.IsBeacon(context.Request)) return Body.UnsupportedMediaType("application/json");
        if (intake.Refuse(Math.Min(context.Request.ContentLength ?? 0, ResponseRules.MaximumBytes), context.Caller()) is { } full) return full;
        var (bytes, problem) = await Body.ReadBytes(context, ResponseRules.MaximumBytes);
        if (problem is not null) return problem;
        // The service's own surveys have keys that are no names, and an operation of their own.
        if (!Names.IsName(key)) return ResponseIntake.UnknownSurvey;
        if (format == SurveyFormat.Native) return await intake.Submit(bytes, key, context.Caller().At(context), context.RequestAborted);
        var results = new SurveyJsResults();
        var result = await intake.Submit(bytes, key, context.Caller().At(context), results.Translate, context.RequestAborted);
        return result is StoredResponse stored ? stored.Telling(results.Ignored) : result;
    }
}
