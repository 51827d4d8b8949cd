using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Http;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>The parameters that single indicators know beside the common ones.</summary>
internal static class OwnParameters
{
    private const int MaximumLevel = 20, MaximumLag = 24, MaximumFacets = 5;

    public static Problem? Read(IQueryCollection query, CatalogueSnapshot catalogue, Reading reading, ref IndicatorRequest request)
    {
        if (!TryWhole(query["level"], 1, MaximumLevel, out var level)) return Invalid("level", $"It is a whole number from 1, the units without a parent, to {MaximumLevel}.");
        if (!TryWhole(query["lag"], 0, MaximumLag, out var lag)) return Invalid("lag", $"It is a whole number of periods from 0 to {MaximumLag}.");
        if (!TryNumber(query["threshold"], 0, 100, out var threshold)) return Invalid("threshold", "It is a number from 0 to 100.");
        request = request with { Level = level, Threshold = threshold ?? request.Threshold, Lag = lag ?? 0, Outcome = query.Text("outcome"), Drivers = query.List("drivers") };
        if (Measured(query, catalogue, reading, ref request) is { } measureProblem) return measureProblem;
        if (Over(query, reading, ref request) is { } overProblem) return overProblem;
        if (Gap(query, reading, ref request) is { } gapProblem) return gapProblem;
        return reading.Refuses(request, catalogue);
    }

    private static Problem? Measured(IQueryCollection query, CatalogueSnapshot catalogue, Reading reading, ref IndicatorRequest request)
    {
        var name = reading.Parameters.Contains("measure") ? query.Text("measure") ?? reading.DefaultMeasure(request.Audience) : null;
        if (name is null && reading.Parameters.Contains("measure") && reading.NeedsMeasure) return Invalid("measure", "It names what the figure is worked out on.");
        if (name is not null && reading.TakesTopics && TopicRows.IsTopical(name))
        {
            if (!TopicRows.IsKnown(name, catalogue)) return Invalid("measure", "It is topics, or topic: with the code of a topic that there is.");
            request = request with { Topics = name };
        }
        else if (name is not null)
        {
            if (!Measure.IsConstruct(name, out var construct)) return Invalid("measure", "It is a scale, a measure, or item:CODE.");
            if (construct.Item is { } code && !AsksFor(request.Surveys, code)) return Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks the item as a rating.");
            request = request with { Measure = construct };
        }
        if (reading.Parameters.Contains("with") && (query.Text("with") ?? (request.Outcome is null ? reading.DefaultMeasure(request.OtherAudience) : null)) is { } other)
        {
            if (!Measure.IsConstruct(other, out var construct)) return Invalid("with", "It is a scale, a measure, or item:CODE.");
            if (construct.Item is { } code && !AsksFor(request.Others, code)) return Problem.NotFound(ProblemCodes.UnknownItem, "None of the other audience's surveys asks the item as a rating.");
            request = request with { With = construct };
        }
        return null;
    }

    private static bool AsksFor(IReadOnlyList<Survey> surveys, string code) =>
        surveys.Any(s => s.Variables.Any(v => v.Kind == Variable.ItemKind && v.Items == Variable.Rating && v.Name == code));

    private static Problem? Over(IQueryCollection query, Reading reading, ref IndicatorRequest request)
    {
        if (!reading.Parameters.Contains("over")) return null;
        IReadOnlyList<string> over = query.List("over") is { Count: > 0 } named ? named : [reading.DefaultOver];
        if (over.Count > (reading.OwnFacets.Count > 0 ? MaximumFacets : 1)) return Invalid("over", reading.OwnFacets.Count > 0 ? $"There are at most {MaximumFacets} facets." : "It is one dimension.");
        if (over.Distinct(StringComparer.Ordinal).Count() < over.Count) return Invalid("over", "A facet stands twice.");
        foreach (var facet in over)
        {
            if (!reading.OwnFacets.Contains(facet) && !Breakdown.IsRegistered(facet, request.Surveys)) return Problem.Invalid(ProblemCodes.UnknownDimension, "over", "None of the surveys registers the dimension.");
        }
        request = request with { Over = over };
        return null;
    }

    private static Problem? Gap(IQueryCollection query, Reading reading, ref IndicatorRequest request)
    {
        if (!reading.Parameters.Contains("senior")) return null;
        foreach (var name in new[] { "senior", "frontline" })
        {
            if (query.Text(name) is not { } text || Filter(text) is not { } side) return Invalid(name, "It is dimension:value.");
            if (!Breakdown.IsRegistered(side.Dimension, request.Surveys)) return Problem.Invalid(ProblemCodes.UnknownDimension, name, "None of the surveys registers the dimension.");
        }
        var (senior, frontline) = (Filter(query.Text("senior")!)!.Value, Filter(query.Text("frontline")!)!.Value);
        if (senior.Dimension != frontline.Dimension || senior.Value == frontline.Value) return Invalid("frontline", "Both are values of one dimension, and different ones.");
        request = request with { Gap = (senior.Dimension, senior.Value, frontline.Value) };
        return null;
    }
}
