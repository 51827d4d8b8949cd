using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Indicators;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Features.Targets;

/// <summary>What only the catalogue can tell of targets: that each is about a figure that can be asked for, and none about one that has a target already.</summary>
internal static class TargetRules
{
    /// <summary>Parameters without which an indicator answers nothing, and which a target does not have.</summary>
    private static readonly string[] NeverGiven = ["senior", "of", "drivers"];

    /// <summary>Every finding, or the targets with what was left out filled in.</summary>
    public static Problem? Check(IReadOnlyList<TargetDefinition> sent, CatalogueSnapshot catalogue, out IReadOnlyList<Target> targets)
    {
        var findings = new Findings(ProblemCodes.InvalidTargets);
        var checkedOnes = new List<Target>(sent.Count);
        var figures = new HashSet<(Audience, string, string?, string?)>();
        for (var i = 0; i < sent.Count; i++)
        {
            if (Check(sent[i], $"targets[{i}]", catalogue, findings) is not { } target) continue;
            if (!figures.Add(target.Figure)) findings.Add($"targets[{i}]", "The figure has a target in the list already.");
            checkedOnes.Add(target);
        }
        targets = checkedOnes;
        return findings.ToProblem();
    }

    private static Target? Check(TargetDefinition sent, string place, CatalogueSnapshot catalogue, Findings findings)
    {
        if (ReadingCatalogue.Find(sent.Indicator!) is not { } reading)
        {
            findings.Add(place + ".indicator", "There is no such indicator.", ProblemCodes.UnknownIndicator);
            return null;
        }
        var indicator = reading.Indicator;
        if (reading.Parameters.Intersect(NeverGiven).Any()) findings.Add(place + ".indicator", "The indicator compares what each request names, so there is no one figure for a target.");
        if (!indicator.Audiences.Contains(sent.Audience!.Value)) findings.Add(place + ".audience", "The indicator is not offered for this audience.");
        var measure = Measured(sent, reading, place, catalogue, findings);
        if (sent.Unit is { } unit && !catalogue.Units.IsLive(unit)) findings.Add(place + ".unit", "There is no such unit.", ProblemCodes.UnknownUnit);
        if (!(sent.Value >= indicator.ScaleLow && sent.Value <= indicator.ScaleHigh)) findings.Add(place + ".value", "It is not on the indicator's scale.");
        return new Target
        {
            Audience = sent.Audience.Value,
            Indicator = indicator.Slug,
            Measure = measure,
            Unit = sent.Unit,
            Direction = sent.Direction ?? Direction.AtLeast,
            Value = sent.Value!.Value,
            Until = sent.Until!.Value,
        };
    }

    /// <summary>The measure the figure is worked out on, the default where none was sent; null for an indicator that takes none.</summary>
    private static string? Measured(TargetDefinition sent, Reading reading, string place, CatalogueSnapshot catalogue, Findings findings)
    {
        var takesItem = reading.Parameters.Contains("item");
        if (!takesItem && !reading.Parameters.Contains("measure"))
        {
            if (sent.Measure is not null) findings.Add(place + ".measure", "The indicator takes no measure.");
            return null;
        }
        if ((sent.Measure ?? reading.DefaultMeasure(sent.Audience!.Value)) is not { } measure)
            findings.Add(place + ".measure", takesItem ? "It names the item, as item:CODE." : "The indicator has no default; it names what the figure is worked out on.");
        else if (!Measure.IsConstruct(measure, out var construct) || takesItem && construct.Item is null)
            findings.Add(place + ".measure", takesItem ? "It names the item, as item:CODE." : "It is a scale, a measure, or item:CODE.");
        else if (Refusal(sent, reading, construct, catalogue) is { } refusal)
            findings.Add(place + ".measure", refusal.Detail, refusal.Code == ProblemCodes.UnknownItem ? refusal.Code : null);
        else return measure;
        return null;
    }

    /// <summary>What the reading itself would answer to a request with this measure.</summary>
    private static Problem? Refusal(TargetDefinition sent, Reading reading, Construct construct, CatalogueSnapshot catalogue)
    {
        var surveys = catalogue.Of(sent.Audience!.Value).ToList();
        if (construct.Item is { } code && !surveys.Any(s => s.Variables.Any(v => v.Kind == Variable.ItemKind && v.Items == Variable.Rating && v.Name == code)))
            return Problem.Invalid(ProblemCodes.UnknownItem, "None of the audience's surveys asks the item as a rating.");
        var request = new IndicatorRequest
        {
            Indicator = reading.Indicator,
            Audience = sent.Audience.Value,
            Surveys = surveys,
            NamesSurveys = false,
            Measure = construct,
            Item = construct.Item,
        };
        return reading.Refuses(request, catalogue);
    }
}
