using System.Collections.Concurrent;

namespace Feedback.Indicators.Text;

/// <summary>
/// Finds the topics that a text is about: those of whose terms one stands in it. A dictionary that people write and read, because
/// what it finds can be explained and mended; what it does not know, it does not find. Immutable; the time is linear in the length.
/// </summary>
public sealed class TopicDictionary(IEnumerable<Topic> topics)
{
    private readonly ConcurrentDictionary<string, TermIndex> _indexes = new(StringComparer.Ordinal);

    public static TopicDictionary None { get; } = new([]);

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Topic> Topics { get; } = [.. topics.OrderBy(t => t.Number)];

    /// <summary>The topics of a text, each once, in the order of their numbers.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Whose terms are looked for, beside those of every language; all there are where it is undetermined.</param>
    public IReadOnlyList<Topic> Find(string text, string language)
    {
        var index = _indexes.GetOrAdd(Known(language), IndexOf);
        if (index.IsEmpty)
            return [];
        SortedDictionary<int, Topic>? found = null;
        var folded = FoldedText.Of(text);
        for (var place = 0; place < folded.Count; place++)
        {
            foreach (var term in index.Starting(folded[place]))
            {
                if (term.IsAt(folded, place))
                    (found ??= [])[term.Topic.Number] = term.Topic;
            }
        }
        return found is null ? [] : [.. found.Values];
    }

    /// <summary>A language without terms of its own is that of every language, so that what people write makes no more indexes than the dictionary has languages.</summary>
    private string Known(string language) =>
        language == TextAnalyst.Undetermined || Topics.Any(t => t.Terms.ContainsKey(language)) ? language : Topic.EveryLanguage;

    private TermIndex IndexOf(string language) => new(Topics.SelectMany(topic => topic.Terms
        .Where(terms => language == TextAnalyst.Undetermined || terms.Key == language || terms.Key == Topic.EveryLanguage)
        .SelectMany(terms => terms.Value).Select(term => TermPattern.Of(topic, term)).OfType<TermPattern>()));
}
