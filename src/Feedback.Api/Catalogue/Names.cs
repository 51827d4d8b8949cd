using System.Text.RegularExpressions;

namespace Feedback.Api.Catalogue;

/// <summary>The rules for names and dimension values of the contract.</summary>
public static partial class Names
{
    /// <summary>Surveys, items, options, units, dimensions.</summary>
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    /// <summary>What a name is, in words.</summary>
    public const string NameMessage = "A name has 1 to 100 letters, digits, dots, hyphens or underscores and starts with a letter or digit.";

    /// <summary>What a dimension value, a title or another short text is, in words.</summary>
    public const string ValueMessage = "It is a text of 1 to 200 characters without control characters.";

    /// <summary>A dimension value may have so many characters.</summary>
    public const int MaximumValueLength = 200;

    /// <summary>A dimension may learn so many values.</summary>
    public const int MaximumValues = 10_000;

    /// <summary>A survey may register so many dimensions beside unit.</summary>
    public const int MaximumDimensions = 12;

    public static bool IsName(string? text) => text is not null && NamePattern().IsMatch(text);

    /// <summary>
    /// A character that turns the direction of the text behind it until another ends it: in a list or a table it would turn what stands around the value too. The
    /// marks that right-to-left writing needs (U+200E, U+200F, U+061C) do not.
    /// </summary>
    public static bool TurnsDirection(char sign) => sign is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>1 to 200 characters, none of them a control character, one that turns the direction, or half a surrogate pair.</summary>
    public static bool IsDimensionValue(string? text)
    {
        if (text is null or { Length: 0 or > MaximumValueLength }) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || TurnsDirection(text[i])) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex NamePattern();
}
