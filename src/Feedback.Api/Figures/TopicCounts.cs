using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>What people of one group write about: how many left a comment, and how many mention each topic.</summary>
public sealed class TopicCounts
{
    private static readonly TopicMentions None = new(0, 0, 0, 0);

    private readonly Dictionary<int, TopicMentions> _topics;

    private TopicCounts(Dictionary<int, TopicMentions> topics) => _topics = topics;

    /// <summary>How many left a comment.</summary>
    public long Commented => Of(TopicValue.Commented).People;

    /// <summary>How many mention a topic, by its number.</summary>
    public TopicMentions Of(int topic) => _topics.GetValueOrDefault(topic, None);

    /// <summary>What was counted under variables of topics.</summary>
    public static TopicCounts Of(CountedGroup group, IEnumerable<int> variables)
    {
        var topics = new Dictionary<int, TopicMentions>();
        foreach (var (value, _, sum) in variables.SelectMany(group.Of))
        {
            var (topic, n) = (TopicValue.TopicOf(value), sum.N);
            var mood = TopicValue.MoodOf(value);
            var known = topics.GetValueOrDefault(topic, None);
            topics[topic] = new TopicMentions(known.People + n, known.Positive + At(Mood.Positive), known.Neutral + At(Mood.Neutral), known.Negative + At(Mood.Negative));

            long At(Mood which) => mood == which ? n : 0;
        }
        return new TopicCounts(topics);
    }
}
