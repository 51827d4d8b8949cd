using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using FluentValidation;

namespace Feedback.Api.Features.Unprompted;

/// <summary>Stores feedback that nobody asked for: an idea, a concern, praise or a question. Answers only after the commit; safe to retry with the same id.</summary>
public sealed class SubmitFeedback : IEndpoint
{
    public sealed record Request
    {
        /// <summary>Any UUID; makes a retry safe.</summary>
        public Guid? Id { get; init; }

        public Audience? Audience { get; init; }

        /// <summary><c>idea</c>, <c>concern</c>, <c>praise</c> or <c>question</c>.</summary>
        public string? Kind { get; init; }

        public string? Text { get; init; }

        /// <summary>1 to 5; null for "shown and skipped".</summary>
        public int? Rating
        {
            get;
            init
            {
                field = value;
                IsRatingShown = true;
            }
        }

        /// <summary>Whether the rating was sent at all.</summary>
        internal bool IsRatingShown { get; private init; }

        /// <summary>unit, channel, page, topic.</summary>
        public IReadOnlyDictionary<string, string?>? About { get; init; }

        public string? Language { get; init; }

        /// <summary>When it was given, with offset; now without it. Employees: kept to the day.</summary>
        public DateTimeOffset? AnsweredAt { get; init; }

        /// <summary>Customers: a reference of yours; stored only as a keyed hash.</summary>
        public string? Respondent { get; init; }

        /// <summary>Left out of every figure unless asked for.</summary>
        public bool? IsTest { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/feedback", Handle)
        .WithName("SubmitFeedback")
        .DisableHttpMetrics()
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .Accepts<Request>("application/json", "text/plain")
        .RequestExample("""{"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec48","audience":"customer","kind":"idea","text":"Open a second desk at noon.","rating":4,"about":{"channel":"web","page":"/stores"}}""")
        .ResponseExample(201, """{"id":"01a1fd9a-24a0-73bc-be56-9c8e32b9ec48","status":"stored"}""")
        .Produces<ResponseReceipt>(201)
        .Produces<ResponseReceipt>(200)
        .Problems(400, 401, 403, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, ResponseIntake intake)
    {
        var (request, problem) = await Body.Read(context, SubmitFeedbackValidator.Instance, limit: ResponseRules.MaximumBytes, acceptsBeacon: true);
        if (problem is not null) return problem;
        return await intake.Submit(AsResponse(request!), FeedbackSurveys.KeyOf(request!.Audience!.Value), context.Caller(), context.RequestAborted);
    }

    /// <summary>The same as a response to the service's own survey; a rating that was not sent was not shown.</summary>
    private static byte[] AsResponse(Request request)
    {
        var answers = new Dictionary<string, object?> { [FeedbackSurveys.KindItem] = request.Kind, [FeedbackSurveys.TextItem] = request.Text };
        if (request.IsRatingShown) answers[FeedbackSurveys.RatingItem] = request.Rating;
        return JsonSerializer.SerializeToUtf8Bytes(new { request.Id, request.AnsweredAt, request.Language, request.About, request.Respondent, IsTest = request.IsTest ?? false, answers }, Json.Options);
    }
}

/// <summary>The rules of unprompted feedback.</summary>
public sealed class SubmitFeedbackValidator : AbstractValidator<SubmitFeedback.Request>
{
    public static SubmitFeedbackValidator Instance { get; } = new();

    private SubmitFeedbackValidator()
    {
        RuleFor(r => r.Audience).NotNull().WithMessage("It is customer or employee.");
        RuleFor(r => r.Kind).NotNull().OneOf(FeedbackSurveys.Kinds).WithMessage("It is idea, concern, praise or question.");
        RuleFor(r => r.Text).NotEmpty().WithMessage("There is a text.").MaximumLength(ResponseRules.MaximumTextLength).WithMessage(ResponseRules.TextMessage);
        RuleFor(r => r.Rating).InclusiveBetween(FeedbackSurveys.LowestRating, FeedbackSurveys.HighestRating).WithMessage("It is a whole number from 1 to 5.");
        RuleFor(r => r.Language).Must(l => l is null || ResponseRules.IsLanguage(l)).WithMessage("It is a language tag such as en or de-CH.");
    }
}
