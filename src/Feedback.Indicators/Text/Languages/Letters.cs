using System.Globalization;
using System.Runtime.CompilerServices;

namespace Feedback.Indicators.Text.Languages;

/// <summary>How many letters of each script a text has, and how many words; what the scripts alone say of its language.</summary>
internal struct Letters
{
    private const int Scripts = (int)Script.Hangul + 1;

    /// <summary>A script is the text's when it has so much of the letters.</summary>
    private const double Dominance = 0.7;

    private Counts _counts;
    private int _russian, _ukrainian, _bulgarian, _notArabic;

    public int Total { get; private set; }

    public int Words { get; private set; }

    public static Letters Of(ReadOnlySpan<char> text)
    {
        var letters = default(Letters);
        var isInWord = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '[') at += Math.Max(0, RedactionMark.Length(text[at..]) - 1);
            var isLetter = char.IsLetter(text[at]);
            if (isLetter) letters.Add(text[at]);
            if (isLetter && !isInWord) letters.Words++;
            isInWord = isLetter || (isInWord && IsMark(text[at]));
        }
        return letters;
    }

    /// <summary>The language, where the script tells it; <c>null</c> for Latin letters, <c>und</c> where it does not or there are several scripts.</summary>
    public readonly string? Language()
    {
        var asian = Count(Script.Han) + Count(Script.Kana) + Count(Script.Hangul);
        if (asian >= Dominance * Total) return EastAsian(asian);
        for (var script = Script.Latin; script <= Script.Thai; script++)
        {
            if (Count(script) >= Dominance * Total) return Language(script);
        }
        return TextLanguage.Undetermined;
    }

    private readonly string? Language(Script script) => script switch
    {
        Script.Latin => null,
        Script.Cyrillic => Cyrillic(),
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Arabic when _notArabic == 0 => "ar",
        Script.Devanagari => "hi",
        Script.Thai => "th",
        _ => TextLanguage.Undetermined,
    };

    /// <summary>Japanese mixes kana with Han characters, Korean writes Hangul; Han characters alone are Chinese.</summary>
    private readonly string EastAsian(int asian) =>
        Count(Script.Hangul) >= asian / 2.0 ? "ko" : Count(Script.Kana) >= asian / 10.0 ? "ja" : "zh";

    /// <summary>By the letters that one of the three has and the others have not, or hardly.</summary>
    private readonly string Cyrillic() =>
        (_russian, _ukrainian, _bulgarian) switch
        {
            ( > 0, 0, _) => "ru",
            (0, > 0, _) => "uk",
            (0, 0, > 0) => "bg",
            _ => TextLanguage.Undetermined,
        };

    private readonly int Count(Script script) => _counts[(int)script];

    private void Add(char letter)
    {
        Total++;
        var script = ScriptOf(letter);
        _counts[(int)script]++;
        if (script == Script.Cyrillic)
        {
            var small = char.ToLowerInvariant(letter);
            if (small is 'ы' or 'э' or 'ё') _russian++;
            else if (small is 'і' or 'ї' or 'є' or 'ґ') _ukrainian++;
            else if (small is 'ъ') _bulgarian++;
        }
        // Persian and Urdu.
        else if (script == Script.Arabic && letter is 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی' or 'ٹ' or 'ے') _notArabic++;
    }

    /// <summary>Set on a letter, and no end of its word.</summary>
    private static bool IsMark(char sign) => !char.IsAscii(sign) && char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Script ScriptOf(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1e00' and < '\u1f00') => Script.Latin,
        >= '\u0370' and < '\u0400' or (>= '\u1f00' and < '\u2000') => Script.Greek,
        >= '\u0400' and < '\u0530' => Script.Cyrillic,
        >= '\u0590' and < '\u0600' => Script.Hebrew,
        >= '\u0600' and < '\u0700' => Script.Arabic,
        >= '\u0900' and < '\u0980' => Script.Devanagari,
        >= '\u0e00' and < '\u0e80' => Script.Thai,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\u4e00' and < '\ua000' => Script.Han,
        >= '\uac00' and < '\ud7b0' => Script.Hangul,
        _ => Script.Other,
    };

    [InlineArray(Scripts)]
    private struct Counts
    {
        private int _first;
    }
}
