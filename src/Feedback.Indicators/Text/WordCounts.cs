using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>
/// How many people use each word. A word is a run of three letters or more, in lower case; one person counts once a word. Marks
/// that stand for what was masked are no words.
/// </summary>
public sealed partial class WordCounts
{
    private const int Shortest = 3, Longest = 40;

    private readonly Dictionary<string, long> _people = new(StringComparer.Ordinal);

    /// <summary>How many people there are.</summary>
    public long People { get; private set; }

    /// <summary>Word to people who use it.</summary>
    public IReadOnlyDictionary<string, long> Words => _people;

    /// <summary>Adds what one person wrote.</summary>
    public void Add(IEnumerable<string> texts)
    {
        People++;
        foreach (var word in texts.SelectMany(WordsOf).Distinct(StringComparer.Ordinal))
            _people[word] = _people.GetValueOrDefault(word) + 1;
    }

    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = new List<string>();
        foreach (var run in WordPattern().EnumerateMatches(text))
        {
            if (run.Length is >= Shortest and <= Longest && text[run.Index] != '[')
                words.Add(text.Substring(run.Index, run.Length).ToLowerInvariant());
        }
        return words;
    }

    /// <summary>A mark as a whole, or letters.</summary>
    [GeneratedRegex(@"\[[a-z]+\]|[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
