namespace Feedback.Indicators;

/// <summary>How many of the people who left a comment mention a topic, and how their comments sound.</summary>
/// <param name="People">Who mention it.</param>
/// <param name="Positive">Of these, whose comments on it sound positive.</param>
/// <param name="Neutral">Whose sound neither way.</param>
/// <param name="Negative">Whose sound negative. The rest wrote in a language that is not scored.</param>
public sealed record TopicMentions(long People, long Positive, long Neutral, long Negative)
{
    /// <summary>Those whose comments could be scored.</summary>
    public long Scored => Positive + Neutral + Negative;
}

/// <summary>
/// Share of the people who left a comment that mention a topic, in percent, with Wilson's interval (Wilson 1927); one person counts
/// once, however often. Beside it how the comments that mention it sound: percent positive less percent negative of those
/// scored, adjusted Wald (Rocks 2016). A topic that fewer than k people mention is withheld.
/// </summary>
public sealed class TopicShare : Indicator
{
    public override string Slug => "topics";

    public override string Title => "Topics";

    public override string Question => "What do people write about?";

    public override string Formula =>
        "People who mention the topic / people who left a comment, in percent; Wilson interval. Sentiment: percent of them whose comments "
        + "sound positive less percent negative, of those in English; adjusted Wald interval.";

    public override string Source => "Wilson (1927); Rocks (2016); sentiment Hutto & Gilbert (2014).";

    public override string Caveat => "Not for what people think who left no comment; sentiment not for comparing answers to different questions.";

    public override IReadOnlyList<string> Components => ["people", "sentiment", "sentimentLow", "sentimentHigh", "positive", "neutral", "negative"];

    public override Needs Needs => new([], []);

    internal override bool TellsWhereAnswersLie => true;

    /// <summary>The share of those who mention a topic.</summary>
    /// <param name="topic">How many they are.</param>
    /// <param name="commented">How many left a comment.</param>
    /// <param name="isOneQuestion">Whether all comments answer one question; else no sentiment is told, because questions ask for good or bad.</param>
    /// <param name="terms">How it is asked for. A headcount says nothing here: who writes is no draw from it.</param>
    public Figure Of(TopicMentions topic, long commented, bool isOneQuestion, Terms terms)
    {
        Refuse(terms);
        if (topic.People < terms.MinimumGroup || commented < terms.MinimumGroup)
            return Figure.Withheld;
        var parts = new ComponentSet().Add("people", topic.People);
        if (isOneQuestion && (terms.Audience == Audience.Customer || IsTold(topic, terms)))
            AddSentiment(parts, topic, terms);
        return Anonymity.Gate(Figure.Of(Intervals.Share(topic.People / (double)commented, commented), commented, commented, parts), terms);
    }

    /// <summary>Employees: nobody, or k people, sound each way; else a share of a few would follow from the balance.</summary>
    private static bool IsTold(TopicMentions topic, Terms terms) =>
        new[] { topic.Positive, topic.Neutral, topic.Negative }.All(n => n == 0 || n >= terms.MinimumGroup);

    /// <summary>Of employees the balance alone.</summary>
    private static void AddSentiment(ComponentSet parts, TopicMentions topic, Terms terms)
    {
        double scored = topic.Scored;
        Add("sentiment", () => Net().Value);
        Add("sentimentLow", () => Net().Low);
        Add("sentimentHigh", () => Net().High);
        if (terms.Audience == Audience.Employee)
            return;
        Add("positive", () => 100 * topic.Positive / scored);
        Add("neutral", () => 100 * topic.Neutral / scored);
        Add("negative", () => 100 * topic.Negative / scored);

        void Add(string name, Func<object?> value) => parts.Add(name, scored, value);

        Estimate Net() => Intervals.Net(topic.Positive / scored, topic.Negative / scored, scored);
    }
}
