using System.Globalization;
using System.Text.Json;

namespace Feedback.Api.OData;

/// <summary>Writes the columns of a row that are asked for, as JSON; the names are encoded once and no value is boxed.</summary>
internal sealed class RowWriter<TRow>
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";
    private const int DayLength = 10, LongestInstant = 24, LongestWhole = 20;

    private readonly Action<Utf8JsonWriter, TRow>[] _columns;
    private readonly Func<TRow, string>? _idOf;

    /// <param name="set">Whose rows they are.</param>
    /// <param name="columns">The places of the columns.</param>
    /// <param name="wholesAreTexts">Whether whole numbers are written as texts.</param>
    /// <param name="namesRows">Whether a row without its key says by control information which one it is.</param>
    public RowWriter(FeedSet<TRow> set, IReadOnlyList<int> columns, bool wholesAreTexts, bool namesRows)
    {
        _columns = [.. columns.Select(place => Of(set.Columns[place], wholesAreTexts))];
        var key = set.Columns[0].AsText;
        if (namesRows && !columns.Contains(0)) _idOf = row => FeedAddress.Of(set, key(row)!);
    }

    /// <summary>The row's members; the object around them is the caller's.</summary>
    public void Write(Utf8JsonWriter json, TRow row)
    {
        if (_idOf is not null) json.WriteString("@odata.id"u8, _idOf(row));
        foreach (var column in _columns) column(json, row);
    }

    private static Action<Utf8JsonWriter, TRow> Of(FeedColumn<TRow> column, bool wholesAreTexts)
    {
        var name = JsonEncodedText.Encode(column.Name);
        switch (column.Type)
        {
            case FeedType.Text: { var of = column.AsText; return (json, row) => json.WriteString(name, of(row)); }
            case FeedType.Number:
                {
                    var of = column.AsNumber;
                    return (json, row) => { if (of(row) is { } value) json.WriteNumber(name, value); else json.WriteNull(name); };
                }
            case FeedType.Whole when wholesAreTexts: return Texts(name, column.AsWhole, LongestWhole, "");
            case FeedType.Whole:
                {
                    var of = column.AsWhole;
                    return (json, row) => { if (of(row) is { } value) json.WriteNumber(name, value); else json.WriteNull(name); };
                }
            case FeedType.Day: return Texts(name, column.AsDay, DayLength, "yyyy-MM-dd");
            case FeedType.Instant:
                {
                    var of = column.AsInstant;
                    return Texts(name, row => of(row)?.UtcDateTime, LongestInstant, InstantForm);
                }
            default:
                {
                    var of = column.AsFlag;
                    return (json, row) => { if (of(row) is { } value) json.WriteBoolean(name, value); else json.WriteNull(name); };
                }
        }
    }

    private static Action<Utf8JsonWriter, TRow> Texts<T>(JsonEncodedText name, Func<TRow, T?> of, int longest, string form) where T : struct, IUtf8SpanFormattable => (json, row) =>
    {
        if (of(row) is not { } value)
        {
            json.WriteNull(name);
            return;
        }
        Span<byte> text = stackalloc byte[longest];
        value.TryFormat(text, out var length, form, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    };
}
