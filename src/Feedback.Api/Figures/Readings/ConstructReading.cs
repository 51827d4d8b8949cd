using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Indicators of one group that are worked out on whatever <c>measure</c> names.</summary>
/// <param name="indicator">The indicator.</param>
/// <param name="figure">Its figure for what was counted in a row.</param>
internal sealed class ConstructReading(Indicator indicator, Func<Counts, Construct, Terms, Figure> figure) : GroupReading
{
    public override Indicator Indicator => indicator;

    public override IReadOnlyList<string> Parameters => ["measure"];

    /// <summary>Measure when it is not given; by default there is none and it has to be.</summary>
    public Func<Audience, string?> Default { get; init; } = _ => null;

    /// <summary>Whether only scales will do, whose facets are the components.</summary>
    public bool OnlyScales { get; init; }

    /// <summary>The components beside the facets' names, where facets are components.</summary>
    public Func<IEnumerable<string>, IReadOnlyList<string>>? Facets { get; init; }

    public override string? DefaultMeasure(Audience audience) => Default(audience);

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => IsOf(variable, request.Measure!);

    public override IReadOnlyList<string> ComponentsOf(IndicatorRequest request) => Facets is null ? Indicator.Components
        : Facets(Needed(request).Where(v => v.Measure is not null).Select(v => Measures.Facet(v.Measure!)).Distinct());

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) => !OnlyScales ? RefusesRepeated(request) : request.Measure!.Scale is not null ? null
        : Problem.Invalid(ProblemCodes.InvalidParameter, "measure", "It is a scale, such as own.SCALE.");

    public override bool HasSamples(IndicatorRequest request) => OnlyScales;

    protected override Figure Of(Counts counts, IndicatorRequest request, Terms terms) => figure(counts, request.Measure!, terms);

    protected override Sample? SampleOf(Counts counts, IndicatorRequest request, Terms terms) => OnlyScales ? new Sample.Mean(request.Measure!.Scores(counts, terms)) : null;
}
