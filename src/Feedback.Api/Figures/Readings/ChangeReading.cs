using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>
/// Any indicator between two periods or two groups: its rows are read for both sides and matched by their values and names. Of
/// an initiative see <see cref="InitiativeRows"/>.
/// </summary>
internal sealed class ChangeReading : Reading
{
    private readonly Change _change = new();

    public override Indicator Indicator => _change;

    public override IReadOnlyList<string> Parameters => ["of", "before", "after", "initiative"];

    public override IReadOnlyList<string> Without => ["interval", "weighted"];

    public override string? RowColumnOf(IndicatorRequest request) => Inner(request).RowColumnOf(request.Comparison!.Of);

    public override bool SpansPeriods(IndicatorRequest request) => request.Comparison!.Initiative is not null;

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => Inner(request).IsAnswered(variable, request.Comparison!.Of);

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request)
    {
        if (request.Comparison!.Initiative is not null) return await InitiativeRows.Read(scope, request, Inner(request));
        var before = await Side(scope, request, request.Comparison.Before!);
        var after = await Side(scope, request, request.Comparison.After!);
        var rows = before.Keys.Union(after.Keys).Select(key =>
        {
            var (earlier, later) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            var (one, terms) = ((later ?? earlier)!, (later ?? earlier)!.Terms);
            return one with
            {
                From = request.Comparison.After!.Range?.From ?? one.From,
                To = request.Comparison.After.Range?.To ?? one.To,
                // A unit that was made of other units before is another one.
                Figure = earlier is not null && later is not null && earlier.Under != later.Under && request.Comparison.Before!.Range is not null ? Figure.Withheld : _change.Between(Inner(request).Indicator, SideOf(earlier), SideOf(later), terms),
                Sample = null,
                MadeOf = null,
            };
        }).ToList();
        return [.. rows.Zip(Change.Adjusted([.. rows.Select(r => r.Figure)]), (row, figure) => row with { Figure = figure })];
    }

    private static Reading Inner(IndicatorRequest request) => ReadingCatalogue.Find(request.Comparison!.Of.Indicator.Slug)!;

    private static ChangeSide SideOf(Draft? draft) => draft is null ? new(Figure.Withheld, null) : new(draft.Figure, draft.Sample, draft.MadeOf) { Terms = draft.Terms };

    private static async Task<Dictionary<(string By, string? Name), Draft>> Side(ReadScope scope, IndicatorRequest request, ComparedSide side)
    {
        var of = request.Comparison!.Of with { IsCompared = true };
        of = side.Range is { } range ? of with { Range = range } : of with { Where = [.. of.Where, side.Group!.Value] };
        var rows = await Inner(request).Read(scope, of);
        return rows.ToDictionary(r => (CubeRow.TextOf(r.By), r.Name));
    }
}
