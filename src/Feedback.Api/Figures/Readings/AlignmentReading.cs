using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// How the means of employees and of customers go together over units and waves, or those of one audience and the company's own
/// numbers. A wave is as long as <c>interval</c> says, else as the coarsest period of the employees' surveys or the outcome's
/// periods; so there is no series. Both sides are read in the range asked for, and the customers' (the outcome's) wave is the one
/// <c>lag</c> waves later. People of a unit-wave are at least k, each side under the k of its own surveys.
/// </summary>
/// <remarks>
/// With an outcome its units are the units, and people count under the one that is theirs or lies above; with <c>level</c> only
/// those of that level are compared. The outcome stands in the place of the customers. Units of which one holds another have the
/// same people twice, and effectiveUnits would promise more than there are: then a level has to be named.
/// </remarks>
internal sealed class AlignmentReading : Reading
{
    private readonly Alignment _alignment = new();

    public override Indicator Indicator => _alignment;

    public override IReadOnlyList<string> Parameters => ["measure", "with", "outcome", "lag", "level"];

    public override IReadOnlyList<string> Without => ["by"];

    public override bool ComparesAudiences => true;

    public override string DefaultMeasure(Audience audience) => audience == Audience.Employee ? "engagement" : "satisfaction";

    public override bool IsSeries(IndicatorRequest request) => false;

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue)
    {
        if (request.Outcome is null) return null;
        if (request.With is not null) return Problem.Invalid(ProblemCodes.InvalidParameter, "with", "It does not go with outcome.");
        if (catalogue.Outcome(request.Outcome) is not { } outcome) return Problem.NotFound(ProblemCodes.UnknownOutcome, "There is no such outcome.");
        if (request.Interval != Interval.None && request.Interval != IntervalOf(outcome.Grid)) return Problem.Invalid(ProblemCodes.InvalidParameter, "interval", "Waves are the periods of the outcome.");
        var units = Within(outcome, request).Select(v => v.Unit).ToHashSet(StringComparer.Ordinal);
        return request.Level is not null || catalogue.Units.Outermost(units).Count() == units.Count ? null
            : Problem.Invalid(ProblemCodes.InvalidParameter, "level", "Units of the outcome hold others of it, and their people would count twice; name the level that is compared.");
    }

    public override Problem? RefusesFilter(string parameter, string dimension, IndicatorRequest request)
    {
        if (dimension == ResponseRules.Unit) return null;
        if (request.Outcome is not null) return Problem.Invalid(ProblemCodes.InvalidParameter, parameter, "Outcomes are filtered by unit only.");
        return request.Others.Any(s => s.Dimensions.Contains(dimension)) ? null : Problem.Invalid(ProblemCodes.UnknownDimension, parameter, "None of the other audience's surveys registers the dimension.");
    }

    public override bool SpansPeriods(IndicatorRequest request) => true;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => request.Others.Any(s => s.Id == variable.Survey)
        ? request.With is { } with && IsOf(variable, with)
        : IsOf(variable, request.Measure!);

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var (figure, terms) = request.Outcome is { } name ? await WithOutcome(scope, request, scope.Catalogue.Outcome(name)!) : await OfBoth(scope, request);
        return [new Draft(request.Range.From, request.Range.To, [], null, figure, terms)];
    }

    private async Task<(Figure, Terms)> OfBoth(ReadScope scope, IndicatorRequest request)
    {
        var (asked, other) = (AudienceSide.Asked(request, request.Measure!), AudienceSide.Other(request, request.With!));
        var (employees, customers) = request.Audience == Audience.Employee ? (asked, other) : (other, asked);
        var wave = request.Interval != Interval.None ? request.Interval : TimeSpans.GridOf(employees.Surveys, Audience.Employee);
        var axis = Axis.Units(scope.Units, request.Level);
        var (first, second) = (await UnitMeans.Read(scope, request, employees, wave, axis, scope.Units), await UnitMeans.Read(scope, request, customers, wave, axis));
        List<(string Unit, int Wave)> compared = [.. first.Cells.Where(c => second.Of(c.Unit, c.Wave + request.Lag) is not null)];
        var waves = compared.Select(c => (c.Unit, c.Wave, Employee: first.Of(c.Unit, c.Wave)!.Value, Customer: second.Of(c.Unit, c.Wave + request.Lag)!.Value))
            .Select(c => new UnitWave(c.Unit, c.Wave, c.Employee.Mean, c.Employee.N, c.Customer.Mean, c.Customer.N));
        // Each side was asked its own k, and the gate asks the smaller of the two again.
        var terms = new Terms(Audience.Employee, Math.Min(first.Terms.MinimumGroup, second.Terms.MinimumGroup));
        return (_alignment.Of([.. waves], terms, first.Reliability(compared), second.Reliability(compared.Select(c => (c.Unit, c.Wave + request.Lag)))), terms);
    }

    private async Task<(Figure, Terms)> WithOutcome(ReadScope scope, IndicatorRequest request, OutcomeSeries outcome)
    {
        var wave = IntervalOf(outcome.Grid);
        var within = request.Where.Select(w => scope.Units.WithDescendants(w.Value)).SingleOrDefault();
        var values = Within(outcome, request).Where(v => within?.Contains(v.Unit) != false && (request.Level is null || scope.Units.LevelOf(v.Unit) == request.Level))
            .Select(v => (v.Unit, Start: StartOf(v.Period, wave), v.Value)).ToList();
        var units = Axis.UnitsIn(scope.Units, values.Select(v => v.Unit).Distinct());
        var people = await UnitMeans.Read(scope, request, AudienceSide.Asked(request, request.Measure!), wave, units);
        var waves = values.Select(v => (v.Unit, Wave: TimeSpans.PlaceOf(v.Start, wave) - request.Lag, v.Value))
            .Select(v => people.Of(v.Unit, v.Wave) is { } own ? new UnitWave(v.Unit, v.Wave, own.Mean, own.N, v.Value, double.PositiveInfinity) : null).OfType<UnitWave>();
        // How reliable the company's own numbers are nobody knows, so nothing is corrected for it.
        return (_alignment.Of([.. waves], people.Terms), people.Terms);
    }

    /// <summary>The values of the periods that the range touches.</summary>
    private static IEnumerable<OutcomeValue> Within(OutcomeSeries outcome, IndicatorRequest request)
    {
        var wave = IntervalOf(outcome.Grid);
        return outcome.Values.Where(v => StartOf(v.Period, wave) is var start && !(start >= request.Range.To) && !(TimeSpans.EndOf(start, wave) <= request.Range.From));
    }

    /// <summary>The length of an outcome's periods.</summary>
    private static Interval IntervalOf(string grid) => grid switch { "year" => Interval.Year, "quarter" => Interval.Quarter, _ => Interval.Month };

    /// <summary>The first day of a period yyyy, yyyyq or yyyymm.</summary>
    private static DateOnly StartOf(int period, Interval length) => length switch
    {
        Interval.Year => new(period, 1, 1),
        Interval.Quarter => new(period / 10, period % 10 * 3 - 2, 1),
        _ => new(period / 100, period % 100, 1),
    };
}
