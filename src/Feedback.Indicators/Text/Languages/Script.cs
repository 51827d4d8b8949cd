namespace Feedback.Indicators.Text.Languages;

/// <summary>The script a letter is of, as far as it tells languages apart.</summary>
internal enum Script : byte
{
    Other, Latin, Cyrillic, Greek, Hebrew, Arabic, Devanagari, Thai, Han, Kana, Hangul,
}
