using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// The request a target is about: an indicator of one audience with no parameter of its own but <c>measure</c> (<c>item</c>),
/// every other as it is when it is not given, over all surveys or one, for ever, and for the whole.
/// </summary>
internal static class TargetQuestion
{
    /// <summary>Parameters without which an indicator answers nothing, and which a target does not have.</summary>
    private static readonly string[] NeverGiven = ["senior", "of", "drivers"];

    /// <summary>The measure as targets name it: <c>item:CODE</c> for the indicator <c>item</c>; null where none is asked for.</summary>
    public static string? MeasureOf(IndicatorRequest request) => request.Measure?.Name ?? (request.Item is { } code ? "item:" + code : null);

    /// <summary>The request; or what the indicator would answer to it instead of figures.</summary>
    /// <param name="reading">The indicator.</param>
    /// <param name="audience">Whose answers.</param>
    /// <param name="measure">As the target names it; null for the indicator's default.</param>
    /// <param name="catalogue">The surveys there are.</param>
    /// <param name="request">Null where there is a problem.</param>
    /// <param name="survey">The one survey of the audience that is asked; all of them when null.</param>
    public static Problem? Ask(Reading reading, Audience audience, string? measure, CatalogueSnapshot catalogue, out IndicatorRequest? request, Survey? survey = null)
    {
        request = null;
        if (reading.Parameters.Intersect(NeverGiven).Any()) return Invalid("indicator", "The indicator compares what each request names, so there is no one figure for a target.");
        if (reading.Indicator is EarlyWarning) return Invalid("indicator", "The indicator raises alarms; a target is about a figure.");
        var asked = new IndicatorRequest { Indicator = reading.Indicator, Audience = audience, Surveys = survey is null ? AllOf(audience) : [survey], NamesSurveys = survey is not null };
        if (reading.ComparesAudiences) asked = asked with { Others = AllOf(asked.OtherAudience) };
        if (reading.Parameters.Contains("over")) asked = asked with { Over = [reading.DefaultOver] };
        if (reading.Parameters.Contains("with") && reading.DefaultMeasure(asked.OtherAudience) is { } other) asked = asked with { With = Construct.Parse(other) };
        if (Measured(reading, measure ?? reading.DefaultMeasure(audience), ref asked) is { } problem) return problem;
        if (reading.Refuses(asked, catalogue) is { } refusal) return refusal;
        request = asked with { Surveys = reading.Asking(asked.Surveys, asked), Others = reading.Asking(asked.Others, asked) };
        return null;

        IReadOnlyList<Survey> AllOf(Audience whose) => [.. catalogue.Of(whose).OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    private static Problem? Measured(Reading reading, string? measure, ref IndicatorRequest asked)
    {
        var takesItem = reading.Parameters.Contains("item");
        if (!takesItem && !reading.Parameters.Contains("measure")) return measure is null ? null : Invalid("measure", "The indicator takes no measure.");
        if (measure is null)
        {
            return takesItem ? Invalid("measure", "It names the item, as item:CODE.")
                : reading.NeedsMeasure ? Invalid("measure", "The indicator has no default; it names what the figure is worked out on.")
                : null;
        }
        if (!Measure.IsConstruct(measure, out var construct) || (takesItem && construct.Item is null))
            return Invalid("measure", takesItem ? "It names the item, as item:CODE." : "It is a scale, a measure, or item:CODE.");
        if (construct.Item is { } code && !asked.Surveys.Any(s => s.Variables.Any(v => v.Kind == Variable.ItemKind && v.Items == Variable.Rating && v.Name == code)))
            return Problem.Invalid(ProblemCodes.UnknownItem, "measure", "None of the audience's surveys asks the item as a rating.");
        asked = takesItem ? asked with { Item = construct.Item } : asked with { Measure = construct };
        return null;
    }

    private static Problem Invalid(string field, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, field, message);
}
