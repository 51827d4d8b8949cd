using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Rows of every item: the figures of a rating, of both kinds the distribution.</summary>
internal sealed class ItemsShape(IndicatorRequest request) : TableShape<ItemRow>(request, ItemTable.Reading.Indicator)
{
    protected override string PositionOf(ItemRow row) => row.Position;

    protected override Status StatusOf(ItemRow row) => row.Row.Figure.Value.Status;

    protected override ListShape<ItemRow> Shape() => new ColumnShape<ItemRow>(
    [
        new("key", row => row.Row.Key), new("survey", row => row.Survey), new("item", row => row.Item.Name), new("kind", row => IsRating(row) ? "rating" : "choice"),
        new("measure", row => row.Item.Measure), new("from", row => row.Row.From), new("to", row => row.Row.To),
        .. Request.By.Select((name, at) => new Column<ItemRow>(name, row => row.Row.By[at])),
        new("mean", row => RatingOf(row)?.Estimate), new("low", row => RatingOf(row)?.Low), new("high", row => RatingOf(row)?.High),
        new("sd", row => RatingOf(row)?.Components.GetValueOrDefault("sd")), new("topBox", row => RatingOf(row)?.Components.GetValueOrDefault("topTwo")),
        new("distribution", row => row.Distribution?.Value),
        new("n", row => row.Row.Figure.Value.N), new("status", row => NameOf(StatusOf(row))), new("bound", row => NameOf(RatingOf(row)?.Bound)),
    ]);

    private static bool IsRating(ItemRow row) => row.Item.Items == Variable.Rating;

    /// <summary>A rating's figure; a choice has none but its distribution.</summary>
    private static Figure? RatingOf(ItemRow row) => IsRating(row) ? row.Row.Figure.Value : null;
}
