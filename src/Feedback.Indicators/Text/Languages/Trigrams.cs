using System.Globalization;

namespace Feedback.Indicators.Text.Languages;

/// <summary>
/// The trigrams of a text's words in small letters, a blank before and behind each word; one of a single letter gives one. Marks that
/// are set on letters, and the marks that redaction leaves (<c>[email]</c>), are passed over.
/// </summary>
internal ref struct Trigrams(ReadOnlySpan<char> text)
{
    private const char Blank = ' ';

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private char _before = Blank, _middle = Blank;

    /// <summary>The three characters of the trigram, 16 bits each.</summary>
    public ulong Current { get; private set; }

    public readonly Trigrams GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at <= _text.Length)
        {
            var next = Next();
            // Blanks do not follow one another, and no trigram has one in its middle.
            if (next == Blank && _middle == Blank) continue;
            var isWhole = _middle != Blank;
            Current = ((ulong)_before << 32) | ((ulong)_middle << 16) | next;
            (_before, _middle) = (_middle, next);
            if (isWhole) return true;
        }
        return false;
    }

    /// <summary>The next letter, or a blank for anything else and for the end.</summary>
    private char Next()
    {
        while (_at < _text.Length)
        {
            var sign = _text[_at];
            if (sign == '[') _at += RedactionMark.Length(_text[_at..]);
            if (_at == _text.Length) break;
            sign = _text[_at++];
            if (char.IsAsciiLetter(sign)) return (char)(sign | 0x20);
            if (char.IsAscii(sign)) return Blank;
            if (char.IsLetter(sign)) return sign == 'İ' ? 'i' : char.ToLowerInvariant(sign);
            if (char.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark) return Blank;
        }
        _at = _text.Length + 1;
        return Blank;
    }
}
