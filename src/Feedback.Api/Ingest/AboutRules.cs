using Feedback.Api.Catalogue;

namespace Feedback.Api.Ingest;

/// <summary>What may be wrong with what an answer or an invitation is about.</summary>
public enum AboutFault
{
    /// <summary>The survey's version does not register the dimension.</summary>
    UnknownDimension,

    /// <summary>The value is no text of 1 to 200 characters without control characters.</summary>
    NoText,

    /// <summary>The unit is not in the tree, or was retired.</summary>
    UnknownUnit,

    /// <summary>The dimension takes only the values that the survey lists.</summary>
    ValueNotTaken,
}

/// <summary>The rules of <c>about</c>: registered dimensions, known units, listed values.</summary>
public static class AboutRules
{
    public static bool IsRegistered(SurveyVersion version, string dimension) => dimension == ResponseRules.Unit || version.DimensionValues.ContainsKey(dimension);

    /// <summary>The rule that a value of a registered dimension breaks, or null. Whether it may be learned as a new one is asked of the cohorts.</summary>
    public static AboutFault? Check(SurveyVersion version, UnitTree units, string dimension, string value)
    {
        if (!Names.IsDimensionValue(value)) return AboutFault.NoText;
        if (dimension == ResponseRules.Unit) return units.IsLive(value) ? null : AboutFault.UnknownUnit;
        return version.DimensionValues[dimension] is { } listed && !listed.Contains(value) ? AboutFault.ValueNotTaken : null;
    }

    /// <summary>The fault in words.</summary>
    public static string Message(AboutFault fault) => fault switch
    {
        AboutFault.UnknownDimension => "The survey does not register this dimension.",
        AboutFault.NoText => Names.ValueMessage,
        AboutFault.UnknownUnit => "There is no such unit.",
        _ => "The dimension does not take this value.",
    };

    /// <summary>A dimension has learned as many values as it may.</summary>
    public const string FullMessage = "The dimension has learned as many values as it may.";
}
