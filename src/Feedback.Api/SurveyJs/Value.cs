using System.Globalization;
using System.Text.Json;

namespace Feedback.Api.SurveyJs;

/// <summary>A value of a choice, a column or a row, and of an answer to it, as the text under which both are compared.</summary>
internal static class Value
{
    /// <summary>A string as it is, a number and a truth value as JSON writes them; null for anything else.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? TextOf(number) : value.GetRawText(),
        _ => null,
    };

    public static string TextOf(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The whole number a text writes, in its one usual form: <c>4</c>, <c>-3</c>; not <c>04</c>, <c>4.0</c> or <c> 4</c>.</summary>
    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text ? number : null;
}
