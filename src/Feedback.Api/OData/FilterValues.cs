namespace Feedback.Api.OData;

/// <summary>How values are compared (OData 4.0, URL conventions, 5.1.1.1): texts by their UTF-16 units, null equal to null alone and neither less nor greater than anything.</summary>
internal static class FilterValues
{
    public static bool Holds(object? left, FilterOperator comparison, object? right) =>
        left is null || right is null ? HoldsOfNull(left is null && right is null, comparison) : Holds(Compare(left, right), comparison);

    /// <summary>What a comparison with null says.</summary>
    public static bool HoldsOfNull(bool areBothNull, FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => areBothNull,
        FilterOperator.NotEqual => !areBothNull,
        _ => false,
    };

    /// <summary>What a comparison says of two values.</summary>
    /// <param name="order">Negative where the left one is less, 0 where they are equal.</param>
    /// <param name="comparison">What is asked.</param>
    public static bool Holds(int order, FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => order == 0,
        FilterOperator.NotEqual => order != 0,
        FilterOperator.Less => order < 0,
        FilterOperator.LessOrEqual => order <= 0,
        FilterOperator.Greater => order > 0,
        _ => order >= 0,
    };

    /// <summary>The order of two values of one type; whole numbers are numbers.</summary>
    /// <exception cref="ArgumentException">They are not of one type.</exception>
    public static int Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (long a, long b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (int or long or double, int or long or double) => Number(left).CompareTo(Number(right)),
        _ => throw new ArgumentException("Values of different types are not compared."),
    };

    private static double Number(object value) => value is double number ? number : Convert.ToInt64(value, null);
}
