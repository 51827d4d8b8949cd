using System.Buffers;

namespace Feedback.Indicators.Text;

/// <summary>Finds the names of a list in one text. The rules are told at <see cref="StaffNames"/>.</summary>
internal sealed class NameFinder(NameForms forms, Canvas canvas)
{
    /// <summary>How many particles may stand between two words of a name, how many words a name has, how many blanks a sentence begins with, how many words around in its sentence tell its language.</summary>
    private const int MostParticles = 4, MostWords = 10, MostBlanks = 16, Around = 8;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;\n");

    private readonly string _text = canvas.Text;
    private readonly List<NameWord> _words = NameWord.In(canvas.Text);

    public void Mark()
    {
        for (var i = 0; i < _words.Count;)
        {
            var last = LastOfFullName(i);
            if (last < 0 && (IsAlone(_words[i]) || IsPart(i)))
                last = i;
            if (last < 0)
            {
                i++;
                continue;
            }
            canvas.Mark(_words[WithParticles(i)].Start, _words[last].End, "[name]");
            i = last + 1;
        }
    }

    private bool IsAlone(NameWord word) => forms.Alone.Contains(word.Key) || word.StartsWithCapital(_text) && forms.Alone.Contains(word.Stem);

    /// <summary>The last word of the longest full name that begins here; -1 if none does.</summary>
    private int LastOfFullName(int first)
    {
        var last = Partner(first, first, first);
        if (last < 0)
            return -1;
        for (var next = last; next >= 0 && last - first < MostWords; next = Math.Max(Partner(first, last, last), Partner(first, first, last)))
            last = Math.Max(last, next);
        return last;
    }

    /// <summary>The word behind <paramref name="from"/> that is of the same name as <paramref name="one"/>: the next, behind particles, or behind one middle name.</summary>
    private int Partner(int first, int one, int from)
    {
        var next = from + 1;
        // A comma stands behind the family name only, so that a list of people is not read as one of them.
        if (!IsJoined(next) || Between(next).Contains(',') && from > first)
            return -1;
        if (ArePair(one, next))
            return next;
        if (next + 1 < _words.Count && Between(next + 1) is "'" && ArePair(one, next + 1))
            return next + 1;
        var behind = next;
        while (behind - next < MostParticles && Particles.Has(_words[behind].Key) && IsJoined(behind + 1))
            behind++;
        if (behind > next && ArePair(one, behind))
            return behind;
        // Not over a comma: behind it another thing is named.
        return _words[next].StartsWithCapital(_text) && IsJoined(next + 1) && !Between(next).Contains(',') && !Between(next + 1).Contains(',') && ArePair(one, next + 1) ? next + 1 : -1;
    }

    private bool ArePair(int a, int b)
    {
        var (first, second) = (_words[a], _words[b]);
        if (first.Length == 1 && IsInitial(a) && IsNameWith(second, first))
            return true;
        if (second.Length == 1 && IsInitial(b) && IsNameWith(first, second))
            return true;
        var isName = forms.Pairs.Contains(NameWord.Pair(first.Key, second.Key))
            || second.Stem != 0 && forms.Pairs.Contains(NameWord.Pair(first.Key, second.Stem))
            || first.Stem != 0 && forms.Pairs.Contains(NameWord.Pair(first.Stem, second.Key));
        return isName && (!IsCommon(first) || !IsCommon(second) || first.StartsWithCapital(_text) && second.StartsWithCapital(_text));
    }

    private bool IsNameWith(NameWord word, NameWord initial)
    {
        var letter = _text[initial.Start];
        return (forms.Pairs.Contains(NameForms.Initial(word.Key, letter)) || word.Stem != 0 && forms.Pairs.Contains(NameForms.Initial(word.Stem, letter)))
            && (!IsCommon(word) || word.StartsWithCapital(_text) && char.IsUpper(letter));
    }

    /// <summary>A capital, or a letter that a dot or a line ties to a name (a.schmidt).</summary>
    private bool IsInitial(int word)
    {
        var at = _words[word];
        return char.IsUpper(_text[at.Start]) || at.End + 1 < _text.Length && _text[at.End] is '.' or '_' && NameWord.IsLetter(_text[at.End + 1]);
    }

    /// <summary>Whether a word follows the one before as the words of a name do.</summary>
    private bool IsJoined(int word)
    {
        if (word >= _words.Count)
            return false;
        var between = Between(word);
        if (between.Length is 0 or > 3 || between.ContainsAnyExcept(" \t\r\n,.-_'"))
            return false;
        // A full stop ends a sentence, but not behind an initial or an abbreviation, or without a blank.
        return between[0] != '.' || between.Length == 1 || _words[word - 1].Length <= 2;
    }

    private ReadOnlySpan<char> Between(int word) => _text.AsSpan(_words[word - 1].End.._words[word].Start);

    /// <summary>The first of the particles that belong to a family name.</summary>
    private int WithParticles(int word)
    {
        for (var first = Math.Max(0, word - MostParticles); first < word; first++)
        {
            ulong key = 0;
            var at = first;
            while (at < word && Particles.Has(_words[at].Key) && IsJoined(at + 1))
                key = NameWord.Then(key, _words[at++].Key);
            if (at == word && (forms.Particled.Contains(NameWord.Then(key, _words[word].Key)) || forms.Particled.Contains(NameWord.Then(key, _words[word].Stem))))
                return first;
        }
        return word;
    }

    /// <summary>Whether one word of a longer name stands for it.</summary>
    private bool IsPart(int at)
    {
        var word = _words[at];
        if (!word.StartsWithCapital(_text))
            return false;
        var isWhole = forms.Words.Contains(word.Key);
        if (!isWhole && !forms.Words.Contains(word.Stem))
            return false;
        var kind = CommonWords.KindOf(word.Key);
        if (!isWhole && kind == WordKind.Rare)
            kind = CommonWords.KindOf(word.Stem);
        return kind == WordKind.Rare || HasTitle(at) || WithParticles(at) < at || isWhole && IsNameHere(at, kind);
    }

    private bool IsNameHere(int at, WordKind kind)
    {
        if (kind == WordKind.Proper || kind == WordKind.Noun && IsGermanAround(at) && !(at > 0 && Particles.StandsBeforeNames(_words[at - 1].Key)))
            return false;
        return at + 1 < _words.Count && IsJoined(at + 1) && Particles.IsSpeech(_words[at + 1].Key)
            || !BeginsSentence(_words[at].Start) && !_words[at].IsInCapitals(_text);
    }

    private bool HasTitle(int at) => at > 0 && Particles.IsTitle(_words[at - 1].Key) && Between(at).Length is 1 or 2 && !Between(at).ContainsAnyExcept(" .,");

    private bool IsGermanAround(int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && at - first < Around && !Between(first).ContainsAny(SentenceEnds))
            first--;
        while (last + 1 < _words.Count && last - at < Around && !Between(last + 1).ContainsAny(SentenceEnds))
            last++;
        return _words.GetRange(first, last - first + 1).Exists(word => Particles.IsGerman(word.Key));
    }

    private bool BeginsSentence(int at)
    {
        for (var before = at - 1; before >= 0 && at - before <= MostBlanks; before--)
        {
            if (_text[before] is not (' ' or '\t'))
                return _text[before] != Canvas.Barrier && _text[before] is not (',' or '&' or '+' or '@' or ')' or '\'') && !NameWord.IsLetter(_text[before]) && !char.IsAsciiDigit(_text[before]);
        }
        return true;
    }

    private static bool IsCommon(NameWord word) => CommonWords.KindOf(word.Key) != WordKind.Rare || Particles.Has(word.Key);
}
