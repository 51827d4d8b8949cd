using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Unprompted;

/// <summary>Gives a widget what the small feedback form needs: whom it asks, the kinds, the rating's scale, the dimensions it takes, and for employees the k below which nothing is shown.</summary>
public sealed class ReadFeedbackForm : IEndpoint
{
    /// <summary>What unprompted feedback takes.</summary>
    /// <param name="Audience">Whom the form asks: what the key is for.</param>
    /// <param name="Kinds">The kinds of feedback.</param>
    /// <param name="Rating">The scale of the rating, which may be left out.</param>
    /// <param name="MaximumLength">How many characters the text has at most.</param>
    /// <param name="Dimensions">What it can be about, beside the unit.</param>
    /// <param name="Access">Employees: <c>open</c>. Anybody with the page can send it, more than once.</param>
    /// <param name="K">Employees: the fewest people behind anything that is shown.</param>
    public sealed record Response(Audience Audience, IReadOnlyList<string> Kinds, Scale Rating, int MaximumLength, IReadOnlyList<string> Dimensions, string? Access, int? K);

    /// <summary>A scale of whole numbers.</summary>
    /// <param name="Low">The lowest.</param>
    /// <param name="High">The highest.</param>
    public sealed record Scale(int Low, int High);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/feedback/form", Handle)
        .WithName("ReadFeedbackForm")
        .DisableHttpMetrics()
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .Query("audience")
        .Produces<Response>(200)
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        var caller = context.Caller();
        var (asked, problem) = Asked(context.Request.Query["audience"].ToString(), caller.Key.Audience);
        if (problem is not null) return problem;
        var audience = asked!.Value;
        if (!caller.MayTouch(audience)) return Caller.WrongAudience;
        var survey = caller.Catalogue.Survey(FeedbackSurveys.KeyOf(audience))!;
        return TypedResults.Ok(new Response(audience, FeedbackSurveys.Kinds, new Scale(FeedbackSurveys.LowestRating, FeedbackSurveys.HighestRating), Ingest.ResponseRules.MaximumTextLength,
            FeedbackSurveys.Dimensions, survey.Access, survey.MinimumGroup));
    }

    /// <summary>The audience that is asked for; the key's own without one.</summary>
    private static (Audience?, Problem?) Asked(string text, Audience? own) => text switch
    {
        "customer" => (Audience.Customer, null),
        "employee" => (Audience.Employee, null),
        "" when own is not null => (own, null),
        "" => (null, Problem.Invalid(ProblemCodes.InvalidParameter, "audience", "The key is for both audiences: say which.")),
        _ => (null, Problem.Invalid(ProblemCodes.InvalidParameter, "audience", "It is customer or employee.")),
    };
}
