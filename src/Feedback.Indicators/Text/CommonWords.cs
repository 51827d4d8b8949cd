namespace Feedback.Indicators.Text;

/// <summary>What a word is when it is no name.</summary>
internal enum WordKind
{
    /// <summary>Hardly anything else: masked wherever it has a capital.</summary>
    Rare,

    /// <summary>A word in small letters, so that a capital within a sentence makes it a name.</summary>
    Ordinary,

    /// <summary>A German noun: a capital says nothing in a German text.</summary>
    Noun,

    /// <summary>A month, a day, a place, a language: a capital says nothing anywhere.</summary>
    Proper,
}

/// <summary>Words of English, German, French and Spanish that are names of people too, or begin sentences (text/ordinary.txt, text/nouns.txt, text/proper.txt).</summary>
internal static class CommonWords
{
    private static readonly Dictionary<ulong, WordKind> Kinds = Read();

    public static WordKind KindOf(ulong word) => Kinds.GetValueOrDefault(word);

    private static Dictionary<ulong, WordKind> Read()
    {
        var kinds = new Dictionary<ulong, WordKind>();
        foreach (var (list, kind) in new[] { ("ordinary.txt", WordKind.Ordinary), ("nouns.txt", WordKind.Noun), ("proper.txt", WordKind.Proper) })
        {
            foreach (var word in TextResource.Lines(list).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                kinds[NameWord.KeyOf(new Canvas(word).Text)] = kind;
        }
        return kinds;
    }
}
