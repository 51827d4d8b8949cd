using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>The scores that are watched without anybody naming them.</summary>
public static class WatchedScores
{
    /// <summary>The scales and single measures that surveys ask, in ordinal order; an item that stands in no indicator is nobody's score.</summary>
    public static IEnumerable<Construct> Of(IEnumerable<Survey> surveys)
    {
        var variables = surveys.SelectMany(s => s.Variables).ToList();
        var scales = variables.Where(v => v.Kind == Variable.ScaleKind && Construct.Parse(v.Name).Scale is not null).Select(v => v.Name);
        var single = variables.Where(v => v is { Kind: Variable.ItemKind, Measure: { } measure } && Measure.ScaleOf(measure) is null).Select(v => v.Measure!);
        return scales.Concat(single).Distinct().Order(StringComparer.Ordinal).Select(Construct.Parse);
    }
}
