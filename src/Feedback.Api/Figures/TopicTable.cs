using Feedback.Api.Figures.Readings;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>One topic in one group. The figure has passed the gate.</summary>
/// <param name="Row">How many of those who left a comment mention it.</param>
/// <param name="Title">The topic's title.</param>
/// <param name="News">Against the period before; of employees only whether it is new; nothing where the row is not released.</param>
/// <param name="HidesBefore">Whether too few mentioned it in the period before, or wrote then, to tell how many: what could be worked back to them is not told either.</param>
public sealed record TopicRow(IndicatorRow Row, string Title, TopicNews? News, bool HidesBefore);

/// <summary>The rows of every topic, released and in order.</summary>
public static class TopicTable
{
    /// <summary>Topics times groups.</summary>
    public const int MostRows = 200_000;

    /// <summary>What <see cref="Read"/> is asked with.</summary>
    public static Reading Reading { get; } = new TopicReading();

    /// <exception cref="TooMuchException">There are more rows than an answer holds.</exception>
    public static async Task<List<TopicRow>> Read(ReadScope scope, IndicatorRequest request)
    {
        var groups = await ((TopicReading)Reading).ReadTopics(scope, request);
        if (groups.Count > MostRows) throw new TooMuchException("by", $"The breakdown has more than {MostRows} rows; name a value of one dimension in where.");
        var keyOf = IndicatorRow.Keys(request, Reading.IsSeries(request));
        return [.. groups.Zip(TopicNews.Of([.. groups.Select(g => g.Rates)]))
            .Where(g => request.Topic is null || g.First.Rates.Topic == request.Topic)
            .Select(g => (Row: IndicatorTable.Released(keyOf, Reading.Indicator, g.First.Draft), g.Second, HidesBefore: HidesBefore(g.First)))
            .Select(g => new TopicRow(g.Row, scope.Catalogue.Words.TitleOf(g.Row.Name!), g.Row.Figure.Value.Status == Status.Released ? g.Second : null, g.HidesBefore))
            .OrderBy(r => r.Row.Position, StringComparer.Ordinal)];
    }

    private static bool HidesBefore(TopicGroup group) =>
        Anonymity.IsFew(group.Rates.PeopleBefore, group.Draft.Terms.MinimumGroup) || Anonymity.IsFew(group.Rates.CommentedBefore, group.Draft.Terms.MinimumGroup);
}
