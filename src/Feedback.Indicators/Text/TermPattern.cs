namespace Feedback.Indicators.Text;

/// <summary>A term of a topic: one word after the other, each whole or open at an end.</summary>
internal sealed class TermPattern
{
    private readonly TermWord[] _words;

    private TermPattern(Topic topic, TermWord[] words) => (Topic, _words) = (topic, words);

    public Topic Topic { get; }

    public TermWord First => _words[0];

    /// <summary>Null where the term holds no word.</summary>
    public static TermPattern? Of(Topic topic, string term)
    {
        var words = TermWord.In(term);
        return words.Length == 0 ? null : new(topic, words);
    }

    /// <summary>Whether its words stand in a text from a place on.</summary>
    public bool IsAt(in FoldedText text, int place)
    {
        if (place + _words.Length > text.Count)
            return false;
        for (var i = 0; i < _words.Length; i++)
        {
            if (!_words[i].Matches(text[place + i]))
                return false;
        }
        return true;
    }
}

/// <summary>A word of a term.</summary>
/// <param name="Text">Folded, without stars.</param>
/// <param name="IsOpenBefore">More may stand before it in the same word.</param>
/// <param name="IsOpenBehind">More may stand behind it.</param>
internal readonly record struct TermWord(string Text, bool IsOpenBefore, bool IsOpenBehind)
{
    public bool Matches(ReadOnlySpan<char> word) => (IsOpenBefore, IsOpenBehind) switch
    {
        (false, false) => word.SequenceEqual(Text),
        (false, true) => word.StartsWith(Text, StringComparison.Ordinal),
        (true, false) => word.EndsWith(Text, StringComparison.Ordinal),
        _ => word.Contains(Text, StringComparison.Ordinal),
    };

    /// <summary>The words of a term, as a text is cut into words.</summary>
    public static TermWord[] In(string term)
    {
        var text = FoldedText.Fold(term);
        var words = new List<TermWord>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > start)
                words.Add(new(text[start..at], start > 0 && text[start - 1] == '*', at < text.Length && text[at] == '*'));
        }
        return [.. words];
    }
}
