using System.Buffers;

namespace Feedback.Indicators.Text.Valence;

/// <summary>The words of a text in their order; grows out of the space it was given into rented space.</summary>
internal ref struct WordList(Span<Word> space)
{
    private Span<Word> _words = space;
    private Word[]? _rented;

    public int Count { get; private set; }

    /// <summary>How many of them are in capitals.</summary>
    public int Shouted { get; private set; }

    public readonly ReadOnlySpan<Word> Words => _words[..Count];

    public void Add(in Word word)
    {
        if (Count == _words.Length) Grow();
        _words[Count++] = word;
        if (word.IsShouted) Shouted++;
    }

    public readonly void Dispose()
    {
        if (_rented is not null) ArrayPool<Word>.Shared.Return(_rented);
    }

    private void Grow()
    {
        var larger = ArrayPool<Word>.Shared.Rent(_words.Length * 4);
        _words.CopyTo(larger);
        Dispose();
        _words = _rented = larger;
    }
}
