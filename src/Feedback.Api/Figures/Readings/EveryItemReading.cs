using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Readings;

/// <summary>Every rating and choice item of the surveys, each survey's for itself: what <c>item</c> answers of each, all at once.</summary>
internal sealed class EveryItemReading : Reading
{
    private readonly ItemReading _item = new();

    public override Indicator Indicator => _item.Indicator;

    /// <summary>Columns of its rows that no breakdown may be called like: there would be two of a name.</summary>
    public static readonly string[] Columns = ["key", "survey", "item", "kind", "measure", "from", "to", "mean", "low", "high", "sd", "topBox", "distribution", "n", "status", "bound"];

    public override Problem? Refuses(IndicatorRequest request, CatalogueSnapshot catalogue) => !request.By.Intersect(Columns).Any() ? null
        : Problem.Invalid(ProblemCodes.InvalidParameter, "by", "The rows have a column of that name already; ask the indicator item.");

    public override bool IsAnswered(Variable variable, IndicatorRequest request) => variable.IsChosen;

    public override async Task<IReadOnlyList<Draft>> Read(ReadScope scope, IndicatorRequest request) => [.. (await ReadItems(scope, request)).SelectMany(i => i.Drafts)];

    /// <summary>The groups of every item, with what <c>item</c> is asked for them; in any order.</summary>
    public async Task<List<ItemGroup>> ReadItems(ReadScope scope, IndicatorRequest request)
    {
        var groups = new List<ItemGroup>();
        foreach (var survey in request.Surveys.Where(s => !s.IsBuiltIn))
        {
            var own = request with { Surveys = [survey], NamesSurveys = true };
            var items = Needed(own);
            // Employees: an item is read beside those of its own base alone, as item reads it.
            IEnumerable<List<Variable>> together = request.Audience == Audience.Customer ? [items] : items.Select(i => (List<Variable>)[i]);
            foreach (var counted in together.Where(c => c.Count > 0))
            {
                var cube = await Cube.Read(scope, CubeQuery.Of(own, counted));
                foreach (var row in Visible.Rows(scope, own, cube)) groups.AddRange(counted.Select(item => GroupOf(scope, own with { Item = item.Name }, cube, row, item)));
            }
        }
        return groups;
    }

    /// <summary>How customers' answers to one item are spread; null where fewer than k answered.</summary>
    public Released<IReadOnlyList<AnswerShare>>? DistributionOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row, IReadOnlyList<Variable> item) =>
        _item.DistributionOf(scope, request, cube, row, item);

    private ItemGroup GroupOf(ReadScope scope, IndicatorRequest request, Cube cube, CubeRow row, Variable item) =>
        new(request, item, _item.RowsOf(scope, request, cube, row, [item]), DistributionOf(scope, request, cube, row, [item]));
}

/// <summary>One group's answers to one item.</summary>
/// <param name="Request">What <c>item</c> would be asked for it.</param>
/// <param name="Item">The item.</param>
/// <param name="Drafts">One of a rating; of a choice one an option.</param>
/// <param name="Distribution">Of customers; null where fewer than k answered.</param>
internal sealed record ItemGroup(IndicatorRequest Request, Variable Item, IReadOnlyList<Draft> Drafts, Released<IReadOnlyList<AnswerShare>>? Distribution);
