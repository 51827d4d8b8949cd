namespace Feedback.Indicators;

/// <summary>Which side of a target is the good one.</summary>
public enum Direction
{
    /// <summary>Reached at the value or above.</summary>
    AtLeast,

    /// <summary>Reached at the value or below.</summary>
    AtMost,
}

/// <summary>Whether a target is reached.</summary>
public enum Reached
{
    /// <summary>The whole interval is on the good side.</summary>
    Yes,

    /// <summary>The whole interval is on the other side.</summary>
    No,

    /// <summary>The interval holds the value: not missed, and not shown to be reached.</summary>
    Unclear,
}

/// <summary>Are we where we wanted to be?</summary>
public static class Target
{
    /// <summary>
    /// At least: yes if low >= value, no if high &lt; value, else unclear; at most: yes if high &lt;= value, no if low > value.
    /// Null if the row is not released. Works on the row as it is served, rounded for employees.
    /// </summary>
    public static Reached? Of(Figure served, double value, Direction direction) =>
        served is not { Status: Status.Released, Low: { } low, High: { } high } ? null
        : direction == Direction.AtLeast ? Judge(low >= value, high < value)
        : Judge(high <= value, low > value);

    private static Reached Judge(bool reached, bool missed) => reached ? Reached.Yes : missed ? Reached.No : Reached.Unclear;
}
