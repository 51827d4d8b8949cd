using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Indicators of one group: a figure for what was counted in each row.</summary>
internal sealed class CountedReading(CountedIndicator indicator) : GroupReading
{
    public override Indicator Indicator => indicator;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable.Kind switch
    {
        Variable.ItemKind => variable.Items == Variable.Rating && indicator.Needs.Takes(variable.Measure),
        Variable.ScaleKind or Variable.JourneyKind => indicator.Needs.Scales.Contains(variable.Name),
        _ => false,
    };

    public override bool HasSamples(IndicatorRequest request) => indicator.SampleOf(Counts.Empty, new Terms(request.Audience, 2)) is not null;

    protected override Figure Of(Counts counts, IndicatorRequest request, Terms terms) => indicator.Of(counts, terms);

    protected override Sample? SampleOf(Counts counts, IndicatorRequest request, Terms terms) => indicator.SampleOf(counts, terms);
}
