namespace Feedback.Api.OData;

/// <summary>What a column holds: <c>Edm.String</c>, <c>Edm.Double</c>, <c>Edm.Int64</c>, <c>Edm.Date</c>, <c>Edm.DateTimeOffset</c>, <c>Edm.Boolean</c>.</summary>
public enum FeedType { Text, Number, Whole, Day, Instant, Flag }

/// <summary>One column of an entity set, as its metadata tell it.</summary>
public abstract class FeedColumn
{
    private protected FeedColumn(string name, FeedType type, bool isNullable) => (Name, Type, IsNullable) = (name, type, isNullable);

    /// <summary>Its name on the wire; letters and digits.</summary>
    public string Name { get; }

    public FeedType Type { get; }

    public bool IsNullable { get; }

    /// <summary>Whether its texts may be long; rows are not ordered by them then, because a page's link names the last one's.</summary>
    public bool IsLong { get; private protected init; }
}

/// <summary>One column of the rows of a set: its name, and how its value is found in a row, without a box.</summary>
public sealed class FeedColumn<TRow> : FeedColumn
{
    private readonly Delegate _value;

    private FeedColumn(string name, FeedType type, bool isNullable, Delegate value) : base(name, type, isNullable) => _value = value;

    /// <summary>A text.</summary>
    public static FeedColumn<TRow> Text(string name, Func<TRow, string?> value, bool isNullable = true, bool isLong = false) => new(name, FeedType.Text, isNullable, value) { IsLong = isLong };

    /// <summary>A number; never NaN and never infinite.</summary>
    public static FeedColumn<TRow> Number(string name, Func<TRow, double?> value, bool isNullable = true) => new(name, FeedType.Number, isNullable, value);

    /// <summary>A whole number.</summary>
    public static FeedColumn<TRow> Whole(string name, Func<TRow, long?> value, bool isNullable = true) => new(name, FeedType.Whole, isNullable, value);

    /// <summary>A day.</summary>
    public static FeedColumn<TRow> Day(string name, Func<TRow, DateOnly?> value, bool isNullable = true) => new(name, FeedType.Day, isNullable, value);

    /// <summary>An instant; written in UTC, to the millisecond.</summary>
    public static FeedColumn<TRow> Instant(string name, Func<TRow, DateTimeOffset?> value, bool isNullable = true) =>
        new(name, FeedType.Instant, isNullable, (Func<TRow, DateTimeOffset?>)(row => value(row) is { } at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond)) : null));

    /// <summary>True or false.</summary>
    public static FeedColumn<TRow> Flag(string name, Func<TRow, bool?> value, bool isNullable = true) => new(name, FeedType.Flag, isNullable, value);

    internal Func<TRow, string?> AsText => (Func<TRow, string?>)_value;

    internal Func<TRow, double?> AsNumber => (Func<TRow, double?>)_value;

    internal Func<TRow, long?> AsWhole => (Func<TRow, long?>)_value;

    internal Func<TRow, DateOnly?> AsDay => (Func<TRow, DateOnly?>)_value;

    internal Func<TRow, DateTimeOffset?> AsInstant => (Func<TRow, DateTimeOffset?>)_value;

    internal Func<TRow, bool?> AsFlag => (Func<TRow, bool?>)_value;
}
