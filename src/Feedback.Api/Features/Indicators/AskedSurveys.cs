using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Indicators;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>Whose answers are asked for, and in which surveys.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Surveys">Its surveys, by key.</param>
/// <param name="Others">Those of the other audience, where both are compared.</param>
internal sealed record AskedSurveys(Audience Audience, IReadOnlyList<Survey> Surveys, IReadOnlyList<Survey> Others)
{
    /// <summary>Whether surveys of the audience were named.</summary>
    public bool NamesSurveys { get; private init; }

    /// <summary>Whether surveys of the other audience were named.</summary>
    public bool NamesOthers { get; private init; }

    public static Problem? Read(IQueryCollection query, Caller caller, Reading reading, out AskedSurveys? asked)
    {
        asked = null;
        var audience = default(Audience);
        var (sentAudience, keys) = (query["audience"], query["survey"]);
        if (sentAudience.Count == 0 && keys.Count == 0) return Invalid("audience", "Either audience or survey is needed.");
        if (sentAudience.Count > 0 && !TryEnum(sentAudience, out audience)) return Invalid("audience", "It is customer or employee.");
        if (reading.ComparesAudiences && caller.Key.Audience is not null) return Caller.WrongAudience;
        if (keys.Count == 0)
        {
            if (caller.Key.Audience is { } bound && bound != audience) return Caller.WrongAudience;
            asked = new(audience, AllOf(audience), reading.ComparesAudiences ? AllOf(Other(audience)) : []);
            return null;
        }
        var found = keys.Distinct().Select(k => caller.Catalogue.Survey(k!)).ToList();
        if (found.Any(s => s is null or { IsBuiltIn: true })) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (sentAudience.Count == 0) audience = found.Any(s => s!.Audience == Audience.Employee) && reading.ComparesAudiences ? Audience.Employee : found[0]!.Audience;
        var (own, others) = (Named(audience), Named(Other(audience)));
        if (others.Count > 0 && !reading.ComparesAudiences)
            return own.Count > 0 ? Invalid("survey", "Surveys of customers and of employees are not combined.") : Invalid("survey", "The survey asks the other audience.");
        if (!caller.MayTouch(audience)) return Caller.WrongAudience;
        asked = new(audience, own.Count > 0 ? own : AllOf(audience), others.Count > 0 || !reading.ComparesAudiences ? others : AllOf(Other(audience)))
        {
            NamesSurveys = own.Count > 0,
            NamesOthers = others.Count > 0,
        };
        return null;

        IReadOnlyList<Survey> AllOf(Audience whose) => [.. caller.Catalogue.Of(whose).OrderBy(s => s.Key, StringComparer.Ordinal)];

        IReadOnlyList<Survey> Named(Audience whose) => [.. found.Select(s => s!).Where(s => s.Audience == whose).OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    private static Audience Other(Audience audience) => audience == Audience.Customer ? Audience.Employee : Audience.Customer;
}
