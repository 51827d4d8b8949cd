using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Indicators;
using Target = Feedback.Api.Catalogue.Target;

namespace Feedback.Api.Features.Targets;

/// <summary>What only the catalogue can tell of targets: that each is about a figure that can be asked for (<see cref="TargetQuestion"/>), and none about one that has a target already. A target of a unit that was retired since may stay.</summary>
internal static class TargetRules
{
    /// <summary>Every finding, or the targets with what was left out filled in.</summary>
    public static Problem? Check(IReadOnlyList<TargetDefinition> sent, CatalogueSnapshot catalogue, out IReadOnlyList<Target> targets)
    {
        var findings = new Findings(ProblemCodes.InvalidTargets);
        var checkedOnes = new List<Target>(sent.Count);
        var figures = new HashSet<(Audience, string, string?, string?)>();
        HashSet<(Audience, string, string?, string?)> stored = [.. catalogue.Targets.Select(t => t.Figure)];
        for (var i = 0; i < sent.Count; i++)
        {
            if (Check(sent[i], $"targets[{i}]", catalogue, stored, findings) is not { } target) continue;
            if (!figures.Add(target.Figure)) findings.Add($"targets[{i}]", "The figure has a target in the list already.");
            checkedOnes.Add(target);
        }
        targets = checkedOnes;
        return findings.ToProblem();
    }

    private static Target? Check(TargetDefinition sent, string place, CatalogueSnapshot catalogue, HashSet<(Audience, string, string?, string?)> stored, Findings findings)
    {
        if (ReadingCatalogue.Find(sent.Indicator!) is not { } reading)
        {
            findings.Add(place + ".indicator", "There is no such indicator.", ProblemCodes.UnknownIndicator);
            return null;
        }
        var indicator = reading.Indicator;
        if (!indicator.Audiences.Contains(sent.Audience!.Value)) findings.Add(place + ".audience", "The indicator is not offered for this audience.");
        var measure = sent.Measure ?? reading.DefaultMeasure(sent.Audience!.Value);
        if (TargetQuestion.Ask(reading, sent.Audience!.Value, sent.Measure, catalogue, out _) is { } refusal)
            findings.Add(place + (refusal.Errors?.ContainsKey("indicator") == true ? ".indicator" : ".measure"), refusal.Detail, refusal.Code == ProblemCodes.UnknownItem ? refusal.Code : null);
        if (sent.Unit is { } unit && !catalogue.Units.IsLive(unit) && !stored.Contains((sent.Audience.Value, indicator.Slug, measure, unit)))
            findings.Add(place + ".unit", "There is no such unit.", ProblemCodes.UnknownUnit);
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
}
