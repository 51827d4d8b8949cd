using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;
using Item = Feedback.Indicators.Item;

namespace Feedback.Api.Figures.Readings;

/// <summary>One item: a figure for a rating, a row per option for a choice; or every touchpoint where the breakdown asks for them.</summary>
internal sealed class ItemReading : GroupReading
{
    private readonly Item _item = new();

    public override Indicator Indicator => _item;

    public override IReadOnlyList<string> Parameters => ["item"];

    public override IReadOnlyList<string> OwnColumns(IndicatorRequest request) => request.Item is null ? [IndicatorRequest.Touchpoint] : [];

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue)
    {
        if (request.Item is null) return request.By.Contains(IndicatorRequest.Touchpoint) ? null : Problem.Invalid(ProblemCodes.InvalidParameter, "item", "It names the item.");
        var asked = Needed(request);
        if (asked.Count == 0) return Problem.NotFound(ProblemCodes.UnknownItem, "None of the surveys asks the item, or only as a text.");
        return asked.Select(v => (v.Items, v.Measure)).Distinct().Count() == 1 ? null
            : Problem.Invalid(ProblemCodes.InvalidParameter, "item", "The surveys ask the item in different kinds, or measure different things with it; name one survey.");
    }

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable.Kind == Variable.ItemKind
        && (request.Item is null ? variable.Touchpoint is not null : variable.Name == request.Item && variable.IsChosen);

    public override bool HasSamples(IndicatorRequest request) => Needed(request).All(v => v.Items == Variable.Rating);

    /// <summary>Of a rating; choices have a figure an option.</summary>
    protected override Figure Of(Counts counts, IndicatorRequest request, Terms terms) => _item.Of(counts, terms);

    protected override Sample? SampleOf(Counts counts, IndicatorRequest request, Terms terms) => _item.SampleOf(counts, terms);

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        var cube = await Cube.Read(scope, CubeQuery.Of(request, Needed(request)));
        return [.. Visible.Rows(scope, request, cube).SelectMany(row => request.By.Contains(IndicatorRequest.Touchpoint)
            ? Needed(request).Where(v => v.Touchpoint is not null).GroupBy(v => v.Touchpoint!, StringComparer.Ordinal)
                .SelectMany(own => RowsOf(scope, request, cube, row with { By = Visible.With(request, row.By, IndicatorRequest.Touchpoint, own.Key) }, [.. own]))
            : RowsOf(scope, request, cube, row, null))];
    }

    /// <summary>The rows of one group: one of a rating, one an option of a choice.</summary>
    /// <param name="scope">What it is read from.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="cube">Where the group is from.</param>
    /// <param name="row">The group.</param>
    /// <param name="variables">Those of the counts that the rows are about; all of them when null.</param>
    public IReadOnlyList<Draft> RowsOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row, IReadOnlyList<Variable>? variables)
    {
        var counts = cube.CountsOf(row.Total, variables);
        if (counts.Choices.Count == 0) return [DraftOf(scope, request, cube, row, variables)];
        var terms = TermsOf(scope, request, cube, row);
        return [.. Draft.Group(row, row.By, _item.Options(Counts.Sum([counts]).Choices[0], terms), terms)];
    }

    /// <summary>How the answers of one group are spread over what the item offers, of customers.</summary>
    public Released<IReadOnlyList<AnswerShare>>? DistributionOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row, IReadOnlyList<Variable> variables)
    {
        var terms = TermsOf(scope, request, cube, row);
        return Anonymity.Release(_item.Distribution(cube.CountsOf(row.Total, variables), terms), terms);
    }
}
