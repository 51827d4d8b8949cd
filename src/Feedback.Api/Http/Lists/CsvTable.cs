using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Feedback.Api.Http.Lists;

/// <summary>Lines of a table as RFC 4180 has them: commas, CRLF, quotes where they are needed, UTF-8. Null is an empty cell, an empty text a quoted one.</summary>
/// <param name="to">Where the bytes go.</param>
public sealed class CsvTable(IBufferWriter<byte> to)
{
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private bool _isInLine;

    /// <summary>The first line: the names of the columns.</summary>
    public void Header(IEnumerable<string> columns)
    {
        foreach (var column in columns) Text(column);
        End();
    }

    /// <summary>A cell with a text; one that a spreadsheet would run as a formula begins with an apostrophe.</summary>
    public void Text(string? text)
    {
        Separate();
        if (text is null) return;
        var isQuoted = text.Length == 0 || text.AsSpan().ContainsAny(Quoted) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        if (isQuoted) to.Write("\""u8);
        if (SpreadsheetText.IsFormula(text)) to.Write("'"u8);
        var rest = text.AsSpan();
        for (var quote = rest.IndexOf('"'); quote >= 0; quote = rest.IndexOf('"'))
        {
            Encoding.UTF8.GetBytes(rest[..(quote + 1)], to);
            to.Write("\""u8);
            rest = rest[(quote + 1)..];
        }
        Encoding.UTF8.GetBytes(rest, to);
        if (isQuoted) to.Write("\""u8);
    }

    public void Number(double? number) => Value(number, default);

    public void Whole(long? number) => Value(number, default);

    public void Day(DateOnly? day) => Value(day, "yyyy-MM-dd");

    /// <summary>In UTC, to the millisecond.</summary>
    public void Instant(DateTimeOffset? instant) => Value(instant?.UtcDateTime, InstantConverter.Form);

    public void Flag(bool? flag)
    {
        Separate();
        if (flag is { } value) to.Write(value ? "true"u8 : "false"u8);
    }

    /// <summary>A cell with a value of any type that answers have; one of another type stands there as JSON.</summary>
    public void Cell(object? value)
    {
        switch (value)
        {
            case null: Separate(); break;
            case string text: Text(text); break;
            case double number: Number(number); break;
            case long or int: Whole(Convert.ToInt64(value, null)); break;
            case bool flag: Flag(flag); break;
            case DateOnly day: Day(day); break;
            case DateTimeOffset instant: Instant(instant); break;
            case IReadOnlyList<string> names: Text(names.Count == 0 ? null : string.Join(';', names)); break;
            default: Json(value); break;
        }
    }

    public void End()
    {
        to.Write("\r\n"u8);
        _isInLine = false;
    }

    /// <summary>A text of JSON (an enum) stands without its quotes.</summary>
    private void Json(object value)
    {
        var element = JsonSerializer.SerializeToElement(value, value.GetType(), Http.Json.Options);
        Text(element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText());
    }

    /// <summary>Numbers are left alone: a minus in front of one is no formula.</summary>
    private void Value<T>(T? number, ReadOnlySpan<char> form) where T : struct, IUtf8SpanFormattable
    {
        Separate();
        if (number is not { } value) return;
        value.TryFormat(to.GetSpan(LongestNumber), out var written, form, CultureInfo.InvariantCulture);
        to.Advance(written);
    }

    private void Separate()
    {
        if (_isInLine) to.Write(","u8);
        _isInLine = true;
    }
}
