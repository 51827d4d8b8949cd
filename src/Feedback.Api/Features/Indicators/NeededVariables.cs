using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Which counts a figure is worked out from.</summary>
internal static class NeededVariables
{
    /// <summary>What has to be counted for the figure, and the responses, which say whether a group is there at all.</summary>
    public static List<Variable> Of(Indicator indicator, IndicatorRequest request) =>
        [.. request.Surveys.SelectMany(s => s.Variables).Where(v => v.Kind == Variable.ResponseKind || IsAnswered(v, indicator, request.Item))];

    /// <summary>Whether people answered to this what the figure is about.</summary>
    public static bool IsAnswered(Variable variable, Indicator indicator, string? item) => variable.Kind switch
    {
        Variable.ItemKind when indicator.Needs.Parameter == "item" => item is null ? variable.Touchpoint is not null : variable.Name == item && variable.Items != Variable.Text,
        Variable.ItemKind => variable.Items == Variable.Rating && indicator.Needs.Takes(variable.Measure),
        Variable.ScaleKind or Variable.JourneyKind => indicator.Needs.Scales.Contains(variable.Name),
        _ => false,
    };
}
