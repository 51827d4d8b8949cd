using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// What goes with an outcome: one row a driver. Worked out from raw answers, because counts do not know which answers one
/// person gave together. Employees: of everybody together only (ANONYMITY, 4), so that there is neither by nor where.
/// </summary>
internal sealed class DriversReading : Reading
{
    /// <summary>Hundreds of thousands of people with answers of their own take a core for seconds; half of the cores are left to those who answer.</summary>
    internal static readonly int MostAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    internal static readonly Turns Turns = new(MostAtOnce, TimeSpan.FromSeconds(5));

    private readonly Drivers _drivers = new();

    public override Indicator Indicator => _drivers;

    public override IReadOnlyList<string> Parameters => ["outcome", "drivers"];

    public override IReadOnlyList<string> Without => ["interval", "weighted"];

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) =>
        AskedDrivers.Refuse(request) ?? (request.By.Count > 0 ? OnlyTogether(request, "by") : null);

    public override Problem? RefusesFilter(string parameter, string dimension, IndicatorRequest request) => OnlyTogether(request, parameter);

    public override bool Asks(Survey survey, IndicatorRequest request) => AskedDrivers.Of(request).Asks(survey);

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => AskedDrivers.Of(request) is var question
        && (IsOf(variable, question.Outcome) || (variable is { Kind: Variable.ItemKind, Items: Variable.Rating } && question.Drivers.Contains(variable.Name)));

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        if (request.Audience == Audience.Employee) return await ReleasedDrivers.Read(scope, request, TermsOf(scope, request));
        var query = CubeQuery.Of(request, Needed(request));
        var cube = await Cube.Read(scope, query);
        var terms = TermsOf(scope, request);
        return await ClosedPeriod.Read(scope, request, query, cube, terms, () => Compute(scope, request, query, cube, terms));
    }

    private Task<IReadOnlyList<Draft>> Compute(ReadScope scope, IndicatorRequest request, CubeQuery query, Cube cube, Terms terms) => Turns.Take<IReadOnlyList<Draft>>(
        async () =>
        {
            var cases = await CompleteCases.Read(scope, query, AskedDrivers.Of(request));
            return [.. Visible.Rows(scope, request, cube).SelectMany(row => Draft.Group(row, row.By,
                _drivers.Rows(request.Drivers, [.. cases[row.ByText]], terms), terms))];
        },
        scope.Aborted);

    private static Problem? OnlyTogether(IndicatorRequest request, string parameter) => request.Audience == Audience.Customer ? null
        : Problem.Invalid(ProblemCodes.InvalidParameter, parameter, "Drivers of employees are worked out for everybody together: there is neither by nor where.");
}
