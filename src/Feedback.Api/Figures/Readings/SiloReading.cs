using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>How much of the differences between people lies between the values of one dimension, units as a rule, with what everybody says of collaboration beside it.</summary>
internal sealed class SiloReading : Reading
{
    private const string Collaboration = "collaboration";

    private readonly Silo _silo = new();

    public override Indicator Indicator => _silo;

    public override IReadOnlyList<string> Parameters => ["measure", "over", "level"];

    public override string DefaultMeasure(Audience audience) => audience == Audience.Employee ? "engagement" : "satisfaction";

    public override string DefaultOver => ResponseRules.Unit;

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) => RefusesOver(request) ?? RefusesRepeated(request);

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => IsOf(variable, request.Measure!);

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var measured = Needed(request);
        List<Variable> asked = [.. request.Surveys.SelectMany(s => s.Variables).Where(v => v is { Kind: Variable.ItemKind, Items: Variable.Rating, Measure: Collaboration })];
        var cube = await Cube.Read(scope, CubeQuery.Of(request, [.. measured, .. asked.Except(measured)]) with { Cells = [AxisOf(scope, request, request.Over[0])] });
        return [.. Visible.Rows(scope, request, cube).Select(row =>
        {
            var terms = TermsOf(scope, request, cube, row);
            Moments[] groups = [.. cube.Named(row, measured).Select(cell => request.Measure!.Scores(cell.Counts, cube.TermsOf(terms, row, cell.Group)))];
            var everybody = request.Measure!.Scores(cube.CountsOf(row.Total, measured), terms);
            var collaboration = Moments.OfItems(cube.CountsOf(row.Total, asked).Items, terms);
            return new Draft(row.From, row.To, row.By, null, _silo.Of(groups, terms, collaboration, everybody.N), terms);
        })];
    }
}
