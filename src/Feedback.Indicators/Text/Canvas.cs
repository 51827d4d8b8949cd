using System.Text;
using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>
/// A text as it is read when personal data is looked for (<see cref="CharacterFolding"/>), with the place in the original of every
/// character. What is marked gives way to <see cref="Barrier"/>, which no expression runs over; so does every mark that is in the text already.
/// </summary>
internal sealed partial class Canvas
{
    /// <summary>Stands where something was marked. No character; one in the original is read as another.</summary>
    public const char Barrier = '\uffff';

    private readonly string _original;
    private readonly char[] _read;
    private readonly int[] _starts, _ends;
    private readonly List<(int Start, int End, string Mark)> _marked = [];
    private string? _text;
    private int _length;

    public Canvas(string original)
    {
        _original = original;
        // A folded character becomes four at the most; nearly all stay one.
        var capacity = original.Length + Extra(original);
        (_read, _starts, _ends) = (new char[capacity], new int[capacity], new int[capacity]);
        for (var at = 0; at < original.Length;)
            at = Read(at);
        foreach (var mark in MarkPattern().EnumerateMatches(original))
            Blank(mark.Index, mark.Index + mark.Length);
    }

    /// <summary>The text as it is read now.</summary>
    public string Text => _text ??= new string(_read, 0, _length);

    /// <summary>How many pieces were marked.</summary>
    public int Marked => _marked.Count;

    /// <summary>Where in the original they stand.</summary>
    public IReadOnlyList<(int Start, int End, string Mark)> Pieces => _marked;

    /// <summary>Whether everything between two barriers goes with what is marked in it.</summary>
    public bool SwallowsAll { get; set; }

    /// <summary>Puts a mark in the place of a piece, whole characters of the original with the accents behind them.</summary>
    public void Mark(int start, int end, string mark)
    {
        for (var i = start; i < end; i++)
        {
            if (_read[i] == Barrier)
                end = i;
        }
        if (end <= start)
            return;
        while (start > 0 && _read[start - 1] != Barrier && (SwallowsAll || _starts[start - 1] == _starts[start]))
            start--;
        while (end < _length && _read[end] != Barrier && (SwallowsAll || _starts[end] == _starts[end - 1]))
            end++;
        _marked.Add((_starts[start], _ends[end - 1], mark));
        Array.Fill(_read, Barrier, start, end - start);
        _text = null;
    }

    /// <summary>A text with blanks in the place of its marks.</summary>
    public static string WithoutMarks(string text) => text.Contains('[') ? MarkPattern().Replace(text, mark => new string(' ', mark.Length)) : text;

    /// <summary>The original with marks.</summary>
    public override string ToString()
    {
        if (_marked.Count == 0)
            return _original;
        _marked.Sort((a, b) => a.Start.CompareTo(b.Start));
        var redacted = new StringBuilder(_original.Length);
        var copied = 0;
        foreach (var (start, end, mark) in _marked)
        {
            redacted.Append(_original, copied, start - copied).Append(mark);
            copied = end;
        }
        return redacted.Append(_original, copied, _original.Length - copied).ToString();
    }

    private static int Extra(string original)
    {
        var beyond = 0;
        foreach (var character in original)
            beyond += character < 0x80 ? 0 : 3;
        return beyond;
    }

    /// <summary>Reads one character of the original and says where the next begins.</summary>
    private int Read(int at)
    {
        var character = _original[at];
        if (character is >= ' ' and < '\u007f' and not '`')
        {
            Add(character, at, at + 1);
            return at + 1;
        }
        if (!Rune.TryGetRuneAt(_original, at, out var rune))
        {
            Add(character, at, at + 1);
            return at + 1;
        }
        var end = at + rune.Utf16SequenceLength;
        if (CharacterFolding.IsAccent(rune))
        {
            if (_length > 0)
                _ends[_length - 1] = end;
        }
        else if (!CharacterFolding.IsUnseen(rune))
        {
            foreach (var read in CharacterFolding.Of(rune) ?? rune.ToString())
                Add(read, at, end);
        }
        return end;
    }

    private void Add(char character, int start, int end) => (_read[_length], _starts[_length], _ends[_length++]) = (character, start, end);

    private void Blank(int start, int end)
    {
        var from = Array.BinarySearch(_starts, 0, _length, start);
        Array.Fill(_read, Barrier, from, end - start);
        // Accents behind a mark belong to nothing.
        _ends[from + end - start - 1] = end;
    }

    [GeneratedRegex(@"\[(?:email|phone|url|ip|iban|card|id|handle|name)\]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkPattern();
}
