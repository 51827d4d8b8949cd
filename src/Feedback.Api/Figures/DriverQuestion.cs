using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>What <c>drivers</c> is asked: which items go with what.</summary>
/// <param name="Outcome">What is explained: an item, a measure or a scale.</param>
/// <param name="Drivers">Codes of rating items, in the order asked.</param>
internal sealed record DriverQuestion(Construct Outcome, IReadOnlyList<string> Drivers)
{
    /// <summary>Only for requests that were not refused. A name of the catalogue of measures is one; any other is an item's code.</summary>
    public static DriverQuestion Of(IndicatorRequest request) => new(Named(request.Outcome!), request.Drivers);

    /// <summary>What is wrong with a request, or null.</summary>
    public static Problem? Refuse(IndicatorRequest request)
    {
        if (request.Outcome is not { } name || Named(name) is var named && named.Item is { } code && !Names.IsName(code)) return Invalid("outcome", "It is an item's code, item:CODE, a measure or a scale.");
        if (request.Drivers.Count is < Indicators.Drivers.Fewest or > Indicators.Drivers.Most || !request.Drivers.All(Names.IsName))
            return Invalid("drivers", $"They are the codes of {Indicators.Drivers.Fewest} to {Indicators.Drivers.Most} items, comma-separated.");
        if (request.Drivers.Distinct(StringComparer.Ordinal).Count() < request.Drivers.Count) return Invalid("drivers", "An item stands twice.");
        return Of(request).Refuse(request.Surveys);
    }

    private Problem? Refuse(IReadOnlyList<Survey> surveys)
    {
        var items = surveys.SelectMany(s => s.Variables).Where(v => v.Kind == Variable.ItemKind).ToList();
        foreach (var (parameter, code) in Drivers.Select(d => ("drivers", d)).Concat(Outcome.Item is { } item ? [("outcome", item)] : []))
        {
            var asked = items.Where(v => v.Name == code).ToList();
            if (asked.Count == 0) return Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks one of the items.");
            if (asked.All(v => v.Items != Variable.Rating)) return Invalid(parameter, "Only ratings have the scores that are compared here.");
        }
        if (items.Any(v => v.Items == Variable.Rating && Drivers.Contains(v.Name) && Outcome.Takes(v.Name, v.Measure))) return Invalid("drivers", "The outcome, or a part of it, is no driver of it.");
        var asking = surveys.Where(Asks).ToList();
        if (asking.Count == 0) return Invalid("outcome", "No survey asks the outcome and every driver.");
        return Outcome.Scale is null && asking.SelectMany(s => s.Versions).Any(v => v.Items.Count(i => Outcome.Takes(i.Code, i.Measure)) > 1)
            ? Invalid("outcome", "A survey measures it with several items; name one of them by item:CODE.") : null;
    }

    /// <summary>Whether one version of the survey asks the outcome and every driver.</summary>
    public bool Asks(Survey survey) => survey.Versions.Any(v => AnswerPlan.Of(v, this, survey.Audience) is not null);

    private static Construct Named(string name) =>
        Construct.Parse(name) is var named && (named.Item is not null || named.Scale is not null || Measure.IsKnown(name)) ? named : Construct.Parse("item:" + name);

    private static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
