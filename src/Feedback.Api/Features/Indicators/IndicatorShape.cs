using System.Text.Json;
using Feedback.Api.Figures;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Rows of an indicator: the columns of the breakdown, the figure, and its components in a member of their own.</summary>
internal sealed class IndicatorShape(Reading reading, IndicatorRequest request) : TableShape<IndicatorRow>(request, reading.Indicator)
{
    protected override string PositionOf(IndicatorRow row) => row.Position;

    protected override Status StatusOf(IndicatorRow row) => row.Figure.Value.Status;

    protected override void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("indicator", reading.Indicator.Slug);
        base.WriteHead(json);
    }

    protected override ListShape<IndicatorRow> Shape()
    {
        var named = reading.RowColumnOf(Request);
        // The rows' names may be a column of the breakdown already.
        var by = Request.By.Select((name, at) => new Column<IndicatorRow>(name, row => name == named ? row.Name : row.By[at]));
        var own = named is not null && !Request.By.Contains(named) ? new[] { new Column<IndicatorRow>(named, row => row.Name) } : [];
        return new ColumnShape<IndicatorRow>(
            [
                new("key", row => row.Key), new("from", row => row.From), new("to", row => row.To), .. by, .. own,
                new("estimate", row => row.Figure.Value.Estimate), new("low", row => row.Figure.Value.Low), new("high", row => row.Figure.Value.High),
                new("n", row => row.Figure.Value.N), new("status", row => NameOf(row.Figure.Value.Status)), new("bound", row => NameOf(row.Figure.Value.Bound)),
                new("target", row => row.Target), new("reached", row => row.Reached?.ToString().ToLowerInvariant()),
            ],
            "components", [.. reading.ComponentsOf(Request).Select(name => new Column<IndicatorRow>(name, row => row.Figure.Value.Components.GetValueOrDefault(name)))]);
    }
}
