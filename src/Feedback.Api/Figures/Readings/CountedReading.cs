using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Indicators of one group: a figure for what was counted in each row.</summary>
internal sealed class CountedReading(CountedIndicator indicator) : Reading
{
    public override Indicator Indicator => indicator;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable.Kind switch
    {
        Variable.ItemKind => variable.Items == Variable.Rating && indicator.Needs.Takes(variable.Measure),
        Variable.ScaleKind or Variable.JourneyKind => indicator.Needs.Scales.Contains(variable.Name),
        _ => false,
    };

    public override bool HasSamples(IndicatorRequest request) => indicator.SampleOf(Counts.Empty, new Terms(request.Audience, 2)) is not null;

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Needed(request)));
        return [.. Visible.Rows(scope, request, cube).Select(row =>
        {
            var terms = TermsOf(scope, request, Headcounts.Of(scope, request, row));
            var counts = cube.CountsOf(row.Total);
            return new Draft(row.From, row.To, row.By, null, indicator.Of(counts, terms), terms) { Sample = indicator.SampleOf(counts, terms) };
        })];
    }
}
