using Feedback.Api.Catalogue;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>What is counted to say what people write about.</summary>
/// <param name="Counted">The variables of surveys that count topics.</param>
/// <param name="IsReleased">Employees: what is served of a topic comes from the release's base of those who mention it.</param>
/// <param name="Numbers">Of the topics in force.</param>
public sealed record TopicQuestion(IReadOnlyList<Variable> Counted, bool IsReleased, IReadOnlyList<int> Numbers)
{
    public static TopicQuestion Of(IReadOnlyList<Variable> counted, Audience audience, WordLists words) =>
        new(counted, audience == Audience.Employee, [.. words.Topics.Select(t => words.Numbers[t.Code!])]);

    /// <summary>Everything that has to be read.</summary>
    public IReadOnlyList<Variable> Variables { get; } = !IsReleased ? Counted : [.. Counted, .. Counted.SelectMany(own => Numbers.Select(number => own with { Id = TopicValue.MentionsOf(number) }))];

    public IReadOnlyList<int> Ids { get; } = [.. Counted.Select(v => v.Id)];

    /// <summary>How shares of a group are asked for: a headcount says nothing here, and which cells are small is decided by those who left a comment.</summary>
    public Terms TermsOf(Terms terms, CountedGroup group) => terms with { Headcount = null, Guarded = IsReleased && group.FewestOf(Ids) < 3 * terms.MinimumGroup };
}

/// <summary>What people of one group write about: how many left a comment, and how many mention each topic.</summary>
public sealed class TopicCounts
{
    private static readonly TopicMentions None = new(0, 0, 0, 0);

    private readonly Dictionary<int, TopicMentions> _known = [], _served = [];

    private TopicCounts()
    {
    }

    /// <summary>How many left a comment.</summary>
    public long Commented => Known(TopicValue.Commented).People;

    /// <summary>How many mention a topic, by its number: for comparing, not for showing.</summary>
    public TopicMentions Known(int topic) => _known.GetValueOrDefault(topic, None);

    /// <summary>The same as far as it may be shown; of employees nobody, where the release does not tell it of this group.</summary>
    public TopicMentions Served(int topic) => _served.GetValueOrDefault(topic, None);

    public static TopicCounts Of(CountedGroup group, TopicQuestion question)
    {
        var counts = new TopicCounts();
        foreach (var (value, _, sum) in question.Ids.SelectMany(group.Of)) Add(counts._known, TopicValue.TopicOf(value), TopicValue.MoodOf(value), sum.N);
        if (!question.IsReleased)
        {
            foreach (var (topic, mentions) in counts._known) counts._served[topic] = mentions;
            return counts;
        }
        foreach (var number in question.Numbers)
        {
            foreach (var (mood, _, sum) in group.Of(TopicValue.MentionsOf(number))) Add(counts._served, number, (Mood)mood, sum.N);
        }
        return counts;
    }

    private static void Add(Dictionary<int, TopicMentions> topics, int topic, Mood mood, long n)
    {
        var known = topics.GetValueOrDefault(topic, None);
        topics[topic] = new TopicMentions(known.People + n, known.Positive + At(Mood.Positive), known.Neutral + At(Mood.Neutral), known.Negative + At(Mood.Negative));

        long At(Mood which) => mood == which ? n : 0;
    }
}
