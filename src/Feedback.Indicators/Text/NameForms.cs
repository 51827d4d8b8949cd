namespace Feedback.Indicators.Text;

/// <summary>The keys of the names of a list, by what they are good for.</summary>
internal sealed class NameForms
{
    /// <summary>Words of a name, and particles and parts of double names on top.</summary>
    private const int MostWords = 12;

    private static readonly (string Letter, string Spelt)[] Umlauts =
    [
        ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("a\u0308", "ae"), ("o\u0308", "oe"), ("u\u0308", "ue"), ("å", "aa"), ("a\u030a", "aa"), ("ø", "oe"),
    ];

    private readonly HashSet<ulong> _words = [], _alone = [], _pairs = [], _particled = [];
    private readonly List<string> _uncased = [];

    public NameForms(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var isName = false;
            foreach (var spelling in Spellings(name))
                isName |= Add(spelling);
            if (isName)
                Count++;
        }
        (Words, Alone, Pairs, Particled, Uncased) = (new KeySet(_words), new KeySet(_alone), new KeySet(_pairs), new KeySet(_particled), new UncasedNames(_uncased));
        foreach (var set in new[] { _words, _alone, _pairs, _particled })
            set.Clear();
        _uncased.Clear();
    }

    public int Count { get; }

    /// <summary>Every word that is part of a name of several.</summary>
    public KeySet Words { get; }

    /// <summary>Names of one word.</summary>
    public KeySet Alone { get; }

    /// <summary>Two words of one name, or one and the initial of another.</summary>
    public KeySet Pairs { get; }

    /// <summary>Family names with their particles.</summary>
    public KeySet Particled { get; }

    /// <summary>Those without capitals.</summary>
    public UncasedNames Uncased { get; }

    /// <summary>As it is read; with umlauts as two letters; with what hyphens and apostrophes part in one.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        var spelt = Umlauts.Aggregate(name, (text, umlaut) => text.Replace(umlaut.Letter, umlaut.Spelt, StringComparison.OrdinalIgnoreCase));
        return new[] { name, spelt }.Select(text => new Canvas(text).Text)
            .SelectMany(text => new[] { text, text.Replace("'", "", StringComparison.Ordinal), text.Replace("-", "", StringComparison.Ordinal) }).Distinct(StringComparer.Ordinal);
    }

    private bool Add(string name)
    {
        if (name.Any(c => char.IsUpper(c) || char.IsLower(c)))
        {
            AddWords(name);
            return true;
        }
        var letters = UncasedNames.Letters(name);
        if (letters.Length >= 2)
            _uncased.Add(letters);
        return letters.Length >= 2;
    }

    private void AddWords(string name)
    {
        var words = NameWord.In(name);
        if (words.Count > MostWords)
            words.RemoveRange(MostWords, words.Count - MostWords);
        if (words.Count == 0)
            return;
        if (words.Count == 1)
        {
            _alone.Add(words[0].Key);
            return;
        }
        // A particle belongs to the word behind it; in a name of two words both count.
        var content = words.Where((w, i) => words.Count == 2 || i == words.Count - 1 || !Particles.Has(w.Key)).ToList();
        AddParticled(words);
        foreach (var word in content.Where(w => w.Length > 1 && !Particles.Has(w.Key)))
            _words.Add(word.Key);
        // Particles of names such as Van Le are looked for beside the other word only.
        for (var i = 0; i < content.Count; i++)
        {
            for (var j = i + 1; j < content.Count; j++)
                AddPair(name, content[i], content[j]);
        }
    }

    private void AddPair(string name, NameWord first, NameWord second)
    {
        _pairs.Add(NameWord.Pair(first.Key, second.Key));
        if (first.Length > 1)
            _pairs.Add(Initial(first.Key, name[second.Start]));
        if (second.Length > 1)
            _pairs.Add(Initial(second.Key, name[first.Start]));
    }

    /// <summary>The key of a word and the first letter of another.</summary>
    public static ulong Initial(ulong word, char initial) => NameWord.Then(word, char.ToLowerInvariant(initial));

    private void AddParticled(List<NameWord> words)
    {
        ulong key = 0;
        foreach (var word in words)
        {
            if (Particles.Has(word.Key))
            {
                key = NameWord.Then(key, word.Key);
                continue;
            }
            if (key != 0)
                _particled.Add(NameWord.Then(key, word.Key));
            key = 0;
        }
    }
}
