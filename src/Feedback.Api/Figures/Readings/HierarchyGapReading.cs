using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>How far two values of one dimension lie apart, units with those below them; on the whole of a construct, or a row for each of its items.</summary>
internal sealed class HierarchyGapReading : Reading
{
    private readonly HierarchyGap _gap = new();

    public override Indicator Indicator => _gap;

    public override IReadOnlyList<string> Parameters => ["measure", "senior", "frontline"];

    public override string DefaultMeasure(Audience audience) => "engagement";

    public override IReadOnlyList<string> OwnColumns(IndicatorRequest request) => [IndicatorRequest.ItemColumn];

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue)
    {
        var (dimension, senior, frontline) = request.Gap!.Value;
        if (request.By.Contains(dimension)) return Problem.Invalid(ProblemCodes.InvalidParameter, "by", "The dimension that is compared does not stand in it.");
        if (dimension == ResponseRules.Unit && catalogue.Units.Overlap(senior, frontline))
            return Problem.Invalid(ProblemCodes.InvalidParameter, "frontline", "Neither unit lies inside the other.");
        if (!request.By.Contains(IndicatorRequest.ItemColumn)) return RefusesRepeated(request);
        return ItemsOf(request).Any(item => item.Select(v => v.Measure).Distinct().Count() > 1)
            ? Problem.Invalid(ProblemCodes.InvalidParameter, "survey", "The surveys measure different things with an item; name one survey.")
            : null;
    }

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => IsOf(variable, request.Measure!);

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var (dimension, senior, frontline) = request.Gap!.Value;
        var axis = dimension == ResponseRules.Unit ? Axis.UnitsIn(scope.Units, [senior, frontline]) : new Axis(dimension, value => value == senior || value == frontline ? value : null);
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Needed(request)) with { Cells = [axis] });
        var drafts = Visible.Rows(scope, request, cube).SelectMany(row =>
        {
            var terms = TermsOf(scope, request, cube, row);
            var sides = cube.Named(row).ToDictionary(side => side.Name, side => (side.Counts, Terms: cube.TermsOf(terms, row, side.Group)));
            return request.By.Contains(IndicatorRequest.ItemColumn)
                ? ItemsOf(request).Select(item => Of(Construct.Parse("item:" + item.Key), item.Key, Visible.With(request, row.By, IndicatorRequest.ItemColumn, null)))
                : [Of(request.Measure!, null, row.By)];

            Draft Of(Construct construct, string? name, IReadOnlyList<string?> by) =>
                new(row.From, row.To, by, name, _gap.Of(Scores(construct, senior), Scores(construct, frontline), terms), terms);

            Moments Scores(Construct construct, string side) => sides.TryGetValue(side, out var own) ? construct.Scores(own.Counts, own.Terms) : Moments.None;
        });
        return Adjusted([.. drafts], request);
    }

    private static IEnumerable<IGrouping<string, Variable>> ItemsOf(IndicatorRequest request) =>
        request.Surveys.SelectMany(s => s.Variables).Where(v => v.Kind == Variable.ItemKind && IsOf(v, request.Measure!)).GroupBy(v => v.Name, StringComparer.Ordinal).OrderBy(item => item.Key, StringComparer.Ordinal);

    /// <summary>All drafts with p adjusted over them; items in the order of their gaps. A name among the figures is a place among the drafts.</summary>
    private static List<Draft> Adjusted(List<Draft> drafts, IndicatorRequest request)
    {
        var rows = HierarchyGap.Adjusted([.. drafts.Select((d, i) => new NamedFigure(IndicatorRequest.ItemColumn, i.ToString("D6", CultureInfo.InvariantCulture), d.Figure))]);
        var byItem = request.By.Contains(IndicatorRequest.ItemColumn);
        return [.. rows.Select((row, place) => drafts[int.Parse(row.Name, CultureInfo.InvariantCulture)] with { Figure = row.Figure, Place = byItem ? place : 0 })];
    }
}
