using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.Figures;

/// <summary>What a request asks of <c>drivers</c>, and what may be wrong with it.</summary>
internal static class AskedDrivers
{
    /// <summary>Only for requests that were not refused.</summary>
    public static DriverQuestion Of(IndicatorRequest request) => DriverQuestion.Of(request.Outcome!, request.Drivers);

    /// <summary>What is wrong with a request, or null.</summary>
    public static Problem? Refuse(IndicatorRequest request)
    {
        if (request.Outcome is not { } name || DriverQuestion.Of(name, []).Outcome is var named && named.Item is { } code && !Names.IsName(code)) return Invalid("outcome", "It is an item's code, item:CODE, a measure or a scale.");
        if (request.Drivers.Count is < Indicators.Drivers.Fewest or > Indicators.Drivers.Most || !request.Drivers.All(Names.IsName))
            return Invalid("drivers", $"They are the codes of {Indicators.Drivers.Fewest} to {Indicators.Drivers.Most} items, comma-separated.");
        if (request.Drivers.Distinct(StringComparer.Ordinal).Count() < request.Drivers.Count) return Invalid("drivers", "An item stands twice.");
        return Refuse(Of(request), request.Surveys);
    }

    private static Problem? Refuse(DriverQuestion question, IReadOnlyList<Survey> surveys)
    {
        var items = surveys.SelectMany(s => s.Variables).Where(v => v.Kind == Variable.ItemKind).ToList();
        foreach (var (parameter, code) in question.Drivers.Select(d => ("drivers", d)).Concat(question.Outcome.Item is { } item ? [("outcome", item)] : []))
        {
            var asked = items.Where(v => v.Name == code).ToList();
            if (asked.Count == 0) return Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks one of the items.");
            if (asked.All(v => v.Items != Variable.Rating)) return Invalid(parameter, "Only ratings have the scores that are compared here.");
        }
        if (items.Any(v => v.Items == Variable.Rating && question.Drivers.Contains(v.Name) && question.Outcome.Takes(v.Name, v.Measure))) return Invalid("drivers", "The outcome, or a part of it, is no driver of it.");
        var asking = surveys.Where(question.Asks).ToList();
        if (asking.Count == 0) return Invalid("outcome", "No survey asks the outcome and every driver.");
        return question.Outcome.Scale is null && asking.SelectMany(s => s.Versions).Any(v => v.Items.Count(i => question.Outcome.Takes(i.Code, i.Measure)) > 1)
            ? Invalid("outcome", "A survey measures it with several items; name one of them by item:CODE.") : null;
    }

    private static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
