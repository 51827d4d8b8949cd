using Feedback.Api.Figures;
using Feedback.Api.Http.Lists;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Rows of topics. How sure it is that one is new is told of customers, where the period before may be told too; of employees only that it is.</summary>
internal sealed class TopicsShape(IndicatorRequest request) : TableShape<TopicRow>(request, TopicTable.Reading.Indicator)
{
    protected override string PositionOf(TopicRow row) => row.Row.Position;

    protected override Status StatusOf(TopicRow row) => row.Row.Figure.Value.Status;

    /// <summary>A group has a row for every topic, most of which few people mention: one that shows none is one cell withheld.</summary>
    protected override int Withheld(IReadOnlyList<TopicRow> rows) =>
        rows.GroupBy(r => (r.Row.From, CubeRow.TextOf(r.Row.By))).Count(g => g.All(r => StatusOf(r) == Status.Withheld));

    protected override ListShape<TopicRow> Shape() => new ColumnShape<TopicRow>(
    [
        new("key", row => row.Row.Key), new("topic", row => row.Row.Name), new("title", row => row.Title), new("from", row => row.Row.From), new("to", row => row.Row.To),
        .. Request.By.Select((name, at) => new Column<TopicRow>(name, row => row.Row.By[at])),
        Component("people"),
        new("share", row => row.Row.Figure.Value.Estimate), new("low", row => row.Row.Figure.Value.Low), new("high", row => row.Row.Figure.Value.High),
        new("n", row => row.Row.Figure.Value.N),
        Component("sentiment"), Component("sentimentLow"), Component("sentimentHigh"), Component("positive"), Component("neutral"), Component("negative"),
        new("keyness", row => Compared(row)?.Keyness?.G2), new("logRatio", row => Compared(row)?.Keyness?.LogRatio),
        new("p", row => Compared(row)?.Keyness?.P), new("pAdjusted", row => Compared(row)?.PAdjusted),
        new("new", row => row.News?.IsNew),
        new("status", row => NameOf(StatusOf(row))), new("bound", row => NameOf(row.Row.Figure.Value.Bound)),
    ]);

    private static Column<TopicRow> Component(string name) => new(name, row => row.Row.Figure.Value.Components.GetValueOrDefault(name));

    private TopicNews? Compared(TopicRow row) => Request.Audience == Audience.Customer && !row.HidesBefore ? row.News : null;
}
