using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Features.Indicators;

/// <summary>Single values out of a query.</summary>
internal static class QueryText
{
    public static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);

    /// <summary>The text of a parameter that was given and is not empty, or null.</summary>
    public static string? Text(this IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The parts of a comma-separated parameter.</summary>
    public static IReadOnlyList<string> List(this IQueryCollection query, string name) => query.Text(name)?.Split(',') ?? [];

    public static bool TryEnum<T>(StringValues text, out T value) where T : struct, Enum
    {
        value = default;
        if (text.Count == 0) return true;
        var name = Enum.GetNames<T>().FirstOrDefault(n => char.ToLowerInvariant(n[0]) + n[1..] == text.ToString());
        return name is not null and not "None" && Enum.TryParse(name, out value);
    }

    public static bool TryFlag(StringValues text, out bool value)
    {
        value = text == "true";
        return text.Count == 0 || value || text == "false";
    }

    public static bool TryDay(StringValues text, out DateOnly? day)
    {
        day = text.Count == 0 ? null : ResponseRules.Day(text.ToString());
        return text.Count == 0 || day is not null;
    }

    /// <summary>A whole number from low to high; what is not given is null.</summary>
    public static bool TryWhole(StringValues text, int low, int high, out int? value)
    {
        value = int.TryParse(text.ToString(), System.Globalization.NumberStyles.None, null, out var number) && number >= low && number <= high ? number : null;
        return text.Count == 0 || value is not null;
    }

    /// <summary>A number such as 45.5 from low to high; what is not given is null.</summary>
    public static bool TryNumber(StringValues text, double low, double high, out double? value)
    {
        value = double.TryParse(text.ToString(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= low && number <= high ? number : null;
        return text.Count == 0 || value is not null;
    }

    /// <summary>A period of the calendar, or <c>first day..first day after</c>.</summary>
    public static DayRange? Period(string text)
    {
        if (CalendarPeriods.Parse(text) is { } period) return new DayRange(period.From, period.To);
        return text.Split("..") is [var first, var last] && ResponseRules.Day(first) is { } from && ResponseRules.Day(last) is { } to && from < to ? new DayRange(from, to) : null;
    }

    /// <summary><c>dimension:value</c>.</summary>
    public static (string Dimension, string Value)? Filter(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Catalogue.Names.IsDimensionValue(text[(colon + 1)..]) ? (text[..colon], text[(colon + 1)..]) : null;
    }
}
