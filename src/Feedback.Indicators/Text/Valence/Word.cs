namespace Feedback.Indicators.Text.Valence;

/// <summary>What the rules need to know of one word of a text.</summary>
internal readonly struct Word
{
    /// <summary>Mean rating of the lexicon, -4 to 4; 0 where it has none.</summary>
    public double Valence { get; init; }

    /// <summary>What a word of degree adds to the words behind it ("very"), or takes from them ("hardly"); 0 for others.</summary>
    public double Degree { get; init; }

    /// <summary>The lexicon has it, if with a rating of nought.</summary>
    public bool IsRated { get; init; }

    /// <summary>It turns the meaning of the words behind it.</summary>
    public bool Negates { get; init; }

    /// <summary>Written in capitals.</summary>
    public bool IsShouted { get; init; }

    public Cue Cue { get; init; }
}
