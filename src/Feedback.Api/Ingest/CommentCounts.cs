using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Tally = Feedback.Api.Data.Tally;

namespace Feedback.Api.Ingest;

/// <summary>
/// What the comments of one response add to the counts: once that there are any, and once each topic, each with how the comments
/// in question sound together (the mean of the compound scores there are). Of all comments, and of customers of each item besides.
/// </summary>
public static class CommentCounts
{
    /// <summary>The same for the same comments, so that it can be taken back.</summary>
    /// <param name="version">That asked for them.</param>
    /// <param name="comments">Of one response.</param>
    /// <param name="numbers">Code to number of every topic.</param>
    public static IEnumerable<Tally> Of(SurveyVersion version, IReadOnlyCollection<NewComment> comments, IReadOnlyDictionary<string, int> numbers)
    {
        if (comments.Count == 0 || version.Topics is not { } all) return [];
        var tallies = Of(all.Id, comments, numbers);
        foreach (var item in comments.GroupBy(c => c.Variable))
        {
            if (version.TopicsOf.TryGetValue(item.Key, out var own)) tallies.AddRange(Of(own, [.. item], numbers));
        }
        return tallies;
    }

    private static List<Tally> Of(int variable, IReadOnlyCollection<NewComment> comments, IReadOnlyDictionary<string, int> numbers)
    {
        var tallies = new List<Tally> { new(variable, TopicValue.Of(TopicValue.Commented, MoodOf(comments)), true) };
        foreach (var topic in comments.SelectMany(c => CommentReader.TopicsOf(c.Topics), (Comment, Code) => (Comment, Code)).GroupBy(c => c.Code, c => c.Comment))
            tallies.Add(new(variable, TopicValue.Of(numbers[topic.Key], MoodOf([.. topic])), true));
        return tallies;
    }

    private static Mood MoodOf(IReadOnlyCollection<NewComment> comments)
    {
        var scored = comments.Select(c => CommentReader.CompoundOf(c.Sentiment)).OfType<double>().ToList();
        return TopicValue.MoodOf(scored.Count == 0 ? null : scored.Average());
    }
}
