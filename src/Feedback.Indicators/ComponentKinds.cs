namespace Feedback.Indicators;

/// <summary>What a component is, which decides how it is released about employees.</summary>
public enum ComponentKind
{
    /// <summary>A mean, percent, spread, difference or coefficient: to 0.1.</summary>
    Number,

    /// <summary>A p, or a correlation of two audiences and what goes with it, of which nothing would be left at 0.1: to 0.001.</summary>
    Fraction,

    /// <summary>A figure like the estimate of its row: rounded as that one is.</summary>
    Estimate,

    /// <summary>Counts people or answers: to the nearest 5, not below k.</summary>
    People,

    /// <summary>A flag, a name, a list of names, or a count of units, cells, items or periods: as it is.</summary>
    Plain,

    /// <summary>Not told about employees: it would give spreads back that are rounded elsewhere.</summary>
    Hidden,
}

/// <summary>What every component of every indicator is.</summary>
public static class ComponentKinds
{
    private static readonly Dictionary<string, ComponentKind> ByName = Named(
        (ComponentKind.Number,
        [
            "sd", "alpha", "alphaLow", "alphaHigh", "iccRaw", "rankReliability", "coverage", "outcome", "trusting", "neutral", "distrusting", "promoters", "passives", "detractors",
            "mean", "meanLow", "meanHigh", "bottomTwo", "easy", "easyLow", "easyHigh", "hard", "tau", "naiveSd", "level", "gap", "gapLow",
            "gapHigh", "sigmaUniform", "awg", "touchpointsRated", "touchpointPass", "collaboration",
            "seniorMean", "frontlineMean", "hedgesG", "purposeGap", "halfLifePeriods", "positive", "leavingSoon", "employeeShare",
            "customerShare", "bothUnitShare", "effectiveUnits", "expected", "baselineMean", "baselineSd", "ewma",
            "ewmaLimit", "cusumHigh", "cusumLow", "channelCoverage", "unitCoverage", "silentUnitShare", "medianDays", "ninetiethDays", "flagsAnswered", "weeksToAnswer", "weeksToClose",
            "sentiment", "sentimentLow", "sentimentHigh", "negative", "touchedBefore", "touchedAfter", "untouchedBefore", "untouchedAfter", "touchedChange",
            "untouchedChange", "topTwo", "topTwoLow", "topTwoHigh", "positiveLow", "positiveHigh",
        ]),
        (ComponentKind.Fraction,
        [
            "p", "pAdjusted", "gapPAdjusted", "withinR", "withinLow", "withinHigh", "laggedSlope", "laggedSlopeLow", "laggedSlopeHigh", "laggedR", "laggedRLow", "laggedRHigh", "disattenuatedR", "rSquared",
        ]),
        (ComponentKind.Estimate, ["before", "after"]),
        (ComponentKind.People, ["effectiveN", "people", "seniorN", "frontlineN", "nBefore", "nAfter", "invited", "answered", "flags", "flagsOpen"]),
        (ComponentKind.Plain,
        [
            "indicative", "notable", "alarm", "lead", "method", "gapFrom", "gapTo", "cells", "itemsUsed", "units", "unitsCompared", "bothUnits",
            "unitWaves", "laggedN", "bothHigh", "employeeHigh", "customerHigh", "bothLow", "bothHighUnits", "employeeHighUnits",
            "customerHighUnits", "bothLowUnits", "flaggedBefore", "flaggedStill", "newlyFlagged", "unitsTouched", "unitsUntouched",
        ]),
        (ComponentKind.Hidden, ["t", "df", "f", "n0", "meanSquareBetween", "meanSquareWithin", "rawWeight"]));

    /// <summary>What a component is. Facets are means or shares of items; those of an organisation's own scale have names of its own.</summary>
    /// <exception cref="ArgumentException">Nothing says what it is.</exception>
    public static ComponentKind Of(Indicator indicator, string component) =>
        indicator is Scale && !indicator.Components.Contains(component) ? ComponentKind.Number
        : indicator.Needs.Measures.Any(measure => Measures.Facet(measure) == component) ? ComponentKind.Number
        : ByName.TryGetValue(component, out var kind) ? kind
        : indicator is EngagementPositive ? ComponentKind.Number
        : throw new ArgumentException($"Nothing says what {component} of {indicator.Slug} is.", nameof(component));

    private static Dictionary<string, ComponentKind> Named(params (ComponentKind Kind, string[] Names)[] kinds) =>
        kinds.SelectMany(kind => kind.Names.Select(name => (name, kind.Kind))).ToDictionary(same => same.name, same => same.Kind, StringComparer.Ordinal);
}
