namespace Feedback.Indicators;

/// <summary>How often a topic is mentioned in a period and in the one before.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="People">Who mention it.</param>
/// <param name="Commented">Who left a comment.</param>
/// <param name="PeopleBefore">Who mentioned it in the period before.</param>
/// <param name="CommentedBefore">Who left a comment then.</param>
public sealed record TopicRates(string Topic, long People, long Commented, long PeopleBefore, long CommentedBefore);

/// <summary>Whether people write about a topic more often than in the period before.</summary>
/// <param name="Keyness">Evidence and effect; null where nothing is compared.</param>
/// <param name="PAdjusted">Its p among all topics compared (Benjamini and Hochberg 1995).</param>
public sealed record TopicNews(Keyness? Keyness, double? PAdjusted)
{
    private const double Flag = .05;

    /// <summary>Half as often again: less is no news, however sure it is.</summary>
    private static readonly double LeastRatio = Math.Log2(1.5);

    /// <summary>Null where nothing is compared.</summary>
    public bool? IsNew => Keyness is { } keyness ? PAdjusted <= Flag && keyness.LogRatio >= LeastRatio : null;

    /// <summary>
    /// Every topic against the period before, in the order given. The family of the adjustment is every topic that anybody mentions in
    /// either, those too small to show included: picking the large ones first would make chance look like news.
    /// </summary>
    public static IReadOnlyList<TopicNews> Of(IReadOnlyList<TopicRates> topics)
    {
        var compared = topics.Select(t => Indicators.Keyness.Of(t.People, t.PeopleBefore, t.Commented, t.CommentedBefore)).ToArray();
        var adjusted = new Queue<double>(FalseDiscovery.Adjust([.. compared.OfType<Keyness>().Select(k => k.P)]));
        return [.. compared.Select(k => new TopicNews(k, k is null ? null : adjusted.Dequeue()))];
    }
}
