using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Feedback.Api.Ingest;

/// <summary>The limits a response keeps, wherever it comes from.</summary>
public static partial class ResponseRules
{
    public const string Unit = "unit";

    /// <summary>Bytes of a single response.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>UTF-16 characters of one answered text.</summary>
    public const int MaximumTextLength = 10_000;

    public const decimal MinimumWeight = 0.01m, MaximumWeight = 100m;

    public const string AnsweredAtMessage = "It is an instant such as 2026-11-21T10:15:00Z, between 2000-01-01 and 24 hours from now.";
    public const string WeightMessage = "It is a number from 0.01 to 100 with at most 4 decimals.";
    public const string TextMessage = "A text has at most 10000 characters.";

    public const string DayMessage = "It is a day such as 2026-11-02.";

    /// <summary>Language tags, for documents; <see cref="IsLanguage"/> is the rule.</summary>
    public const string LanguageForm = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$";

    /// <summary>Characters of an invitation code.</summary>
    public const int MaximumCodeLength = 100;

    /// <summary>Between which years a day lies.</summary>
    public const int FirstYear = 1900, LastYear = 9998;

    /// <summary>No response is older.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An instant with its offset from UTC, or null.</summary>
    public static DateTimeOffset? Instant(string text) =>
        text.Length <= 40 && InstantPattern().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;

    public static bool IsPlausible(DateTimeOffset instant, DateTimeOffset now) => instant >= Earliest && instant <= now.AddHours(24);

    /// <summary>A day such as 2026-11-21, or null.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear ? day : null;

    /// <summary>Whether a day that JSON gave is one that can be kept; true for none.</summary>
    public static bool IsDay(DateOnly? day) => day is null or { Year: >= FirstYear and <= LastYear };

    /// <summary>A weight in whole 1e-4, or null when it is off the range or finer.</summary>
    public static int? Weight(decimal weight)
    {
        if (weight is < MinimumWeight or > MaximumWeight) return null;
        var units = weight * 10_000m;
        return units == decimal.Truncate(units) ? (int)units : null;
    }

    public static bool IsLanguage(string text) => LanguagePattern().IsMatch(text);

    /// <summary>Whether a number is whole, however it is written: 4, 4.0, 4e0.</summary>
    public static bool IsWhole(ref Utf8JsonReader reader, out int value)
    {
        if (reader.TryGetInt32(out value)) return true;
        if (!reader.TryGetDecimal(out var number) || number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue) return false;
        value = (int)number;
        return true;
    }

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})\z")]
    private static partial Regex InstantPattern();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}\z")]
    private static partial Regex LanguagePattern();
}
