using Feedback.Api.Catalogue;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>One group's answers to one item. The figure and the distribution have passed the gate.</summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Item">The item.</param>
/// <param name="Row">The row of <c>item</c>; of a choice the first that is released, which tells how many answered.</param>
/// <param name="Distribution">Of customers; null where fewer than k answered.</param>
public sealed record ItemRow(string Survey, Variable Item, IndicatorRow Row, Released<IReadOnlyList<AnswerShare>>? Distribution)
{
    /// <summary>Where the row stands in the order of an answer: survey, item, then as in an indicator's.</summary>
    public string Position => $"{Survey}\n{Item.Name}\n{Row.Position}";
}

/// <summary>The rows of every item, released and in order.</summary>
public static class ItemTable
{
    /// <summary>Items times groups; what is more is to be asked survey by survey, or item by item.</summary>
    public const int MostRows = 200_000;

    /// <summary>What <see cref="Read"/> is asked with.</summary>
    public static Reading Reading { get; } = new EveryItemReading();

    /// <exception cref="TooMuchException">There are more rows than an answer holds.</exception>
    public static async Task<List<ItemRow>> Read(ReadScope scope, IndicatorRequest request)
    {
        var groups = await ((EveryItemReading)Reading).ReadItems(scope, request);
        if (groups.Count > MostRows) throw new TooMuchException("by", $"The breakdown has more than {MostRows} rows; name one survey, or a value of one dimension in where.");
        return [.. groups.Select(group => RowOf(group, scope.Catalogue)).OrderBy(r => r.Position, StringComparer.Ordinal)];
    }

    private static ItemRow RowOf(ItemGroup group, CatalogueSnapshot catalogue)
    {
        var keyOf = IndicatorRow.Keys(group.Request, Reading.IsSeries(group.Request));
        var rows = group.Drafts.Select(draft => IndicatorTable.Released(keyOf, Reading.Indicator, draft)).ToList();
        var row = rows.FirstOrDefault(r => r.Figure.Value.Status == Status.Released) ?? rows[0];
        return new ItemRow(catalogue.Survey(group.Item.Survey)!.Key, group.Item, row with { Key = keyOf(row.From, row.By, null), Name = null, Place = "" }, group.Distribution);
    }
}
