using System.Globalization;

namespace Feedback.Api.OData.Star;

/// <summary>
/// Where a row of the star stands: by survey, then what it is about (an indicator, an item), interval, unit (the whole first), dimension
/// (none first), period, value, and last what one cell has several of. Texts in ordinal order, so that rows that come or go move no other.
/// </summary>
/// <param name="Survey">The survey's key.</param>
/// <param name="Subject">The indicator, or the item.</param>
/// <param name="Interval">How long the period is.</param>
/// <param name="Unit">Null for the whole.</param>
/// <param name="Dimension">Null for all values together.</param>
/// <param name="From">The first day.</param>
/// <param name="Value">Null without a dimension.</param>
/// <param name="Place">The order within one cell; 0 where it has one row.</param>
internal sealed record StarPosition(string Survey, string Subject, StarInterval Interval, string? Unit, string? Dimension, DateOnly From, string? Value, int Place) : IComparable<StarPosition>
{
    private const char Separator = '\u001f', Null = '\u001e';

    public int CompareTo(StarPosition? other) => other is null ? 1
        : string.CompareOrdinal(Survey, other.Survey) is var survey and not 0 ? survey
        : string.CompareOrdinal(Subject, other.Subject) is var subject and not 0 ? subject
        : Interval.CompareTo(other.Interval) is var interval and not 0 ? interval
        : string.CompareOrdinal(Unit, other.Unit) is var unit and not 0 ? unit
        : string.CompareOrdinal(Dimension, other.Dimension) is var dimension and not 0 ? dimension
        : From.CompareTo(other.From) is var from and not 0 ? from
        : string.CompareOrdinal(Value, other.Value) is var value and not 0 ? value
        : Place.CompareTo(other.Place);

    /// <summary>As one text.</summary>
    public string ToText() => string.Join(Separator, Survey, Subject, (int)Interval, Unit ?? $"{Null}", Dimension ?? $"{Null}",
        From.ToString("yyyyMMdd", CultureInfo.InvariantCulture), Value ?? $"{Null}", Place.ToString(CultureInfo.InvariantCulture));

    /// <summary>The position of a text that <see cref="ToText"/> made.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static StarPosition Parse(string text) => TryParse(text) ?? throw new FormatException("The text is no position.");

    /// <summary>The position of a text; null where <see cref="ToText"/> makes no such.</summary>
    public static StarPosition? TryParse(string text)
    {
        var parts = text.Split(Separator);
        return parts.Length == 8
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var interval) && Enum.IsDefined((StarInterval)interval)
            && DateOnly.TryParseExact(parts[5], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && int.TryParse(parts[7], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(parts[0], parts[1], (StarInterval)interval, Read(parts[3]), Read(parts[4]), from, Read(parts[6]), place)
            : null;
    }

    private static string? Read(string part) => part is [Null] ? null : part;
}

/// <summary>How long the periods of a row are. Waves are those of employee surveys without a calendar.</summary>
internal enum StarInterval { Month, Quarter, Year, Wave }
