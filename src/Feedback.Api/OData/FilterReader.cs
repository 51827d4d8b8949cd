using System.Globalization;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Feedback.Api.OData;

/// <summary>Turns <c>$filter</c>, as the library parsed and typed it, into what rows are held against.</summary>
internal sealed class FilterReader(FeedSet set)
{
    /// <summary>How deep an expression may be nested; enough for hundreds of alternatives in a row.</summary>
    private const int Deepest = 800;

    /// <exception cref="FeedRefusal">It holds something that the feed does not do.</exception>
    /// <exception cref="Microsoft.OData.ODataException">It is none, or not of this set's columns.</exception>
    public FeedFilter Read(string text, ODataQueryOptionParser parser)
    {
        // Looked at before it is bound to columns, so that a function is refused as such, even one that nobody knows.
        FilterSyntax.Check(new UriQueryExpressionParser(Deepest).ParseFilter(text));
        return new FeedFilter(Condition(parser.ParseFilter().Expression));
    }

    private FilterNode Condition(SingleValueNode node) => node switch
    {
        ConvertNode convert => Condition(convert.Source),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and => new FilterNode.And(Condition(and.Left), Condition(and.Right)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or => new FilterNode.Or(Condition(or.Left), Condition(or.Right)),
        BinaryOperatorNode comparison => Comparison(Operand(comparison.Left), OperatorOf(comparison.OperatorKind), Operand(comparison.Right)),
        SingleValuePropertyAccessNode column => new FilterNode.WithValue(column.Property.Name, FilterOperator.Equal, true),
        ConstantNode constant => new FilterNode.Always(constant.Value is true),
        _ => throw new FeedRefusal(FilterSyntax.Supported),
    };

    private FilterNode Comparison((string? Column, object? Value) left, FilterOperator comparison, (string? Column, object? Value) right)
    {
        if (left.Column is null && right.Column is not null) return Comparison(right, Turned(comparison), left);
        if (right.Column is not null) return Columns(left.Column!, comparison, right.Column);
        if (left.Value is double.NaN || right.Value is double.NaN) return new FilterNode.Always(comparison == FilterOperator.NotEqual);
        return left.Column is null
            ? new FilterNode.Always(FilterValues.Holds(left.Value, comparison, right.Value))
            : right.Value is DateTimeOffset instant && TypeOf(left.Column) == FeedType.Day
                ? DayAgainst(left.Column, comparison, instant)
                : new FilterNode.WithValue(left.Column, comparison, right.Value);
    }

    private FilterNode.WithColumn Columns(string left, FilterOperator comparison, string right)
    {
        var (one, other) = (TypeOf(left), TypeOf(right));
        return one == other || one is FeedType.Number or FeedType.Whole && other is FeedType.Number or FeedType.Whole
            ? new FilterNode.WithColumn(left, comparison, right)
            : throw new FeedRefusal("A comparison of days with instants is not supported between columns.");
    }

    private FeedType TypeOf(string column) => set.Columns.First(c => c.Name == column).Type;

    /// <summary>A day is its midnight, UTC. Tools whose dates have times compare so.</summary>
    private static FilterNode DayAgainst(string column, FilterOperator comparison, DateTimeOffset instant)
    {
        var (day, isMidnight) = (DateOnly.FromDateTime(instant.UtcDateTime), instant.UtcDateTime.TimeOfDay == TimeSpan.Zero);
        return comparison switch
        {
            FilterOperator.Equal or FilterOperator.NotEqual when !isMidnight => new FilterNode.Always(comparison == FilterOperator.NotEqual),
            FilterOperator.Less when !isMidnight => new FilterNode.WithValue(column, FilterOperator.LessOrEqual, day),
            FilterOperator.GreaterOrEqual when !isMidnight => new FilterNode.WithValue(column, FilterOperator.Greater, day),
            _ => new FilterNode.WithValue(column, comparison, day),
        };
    }

    /// <summary>A column by its name, or a value in the type of the columns it can be compared with.</summary>
    private (string? Column, object? Value) Operand(SingleValueNode node) => node switch
    {
        ConvertNode { Source: ConstantNode constant } convert => (null, Value(constant.Value, convert.TypeReference?.PrimitiveKind())),
        ConvertNode convert => Operand(convert.Source),
        ConstantNode constant => (null, Value(constant.Value, null)),
        SingleValuePropertyAccessNode column => (column.Property.Name, null),
        _ => throw new FeedRefusal(FilterSyntax.Supported),
    };

    private static object? Value(object? value, EdmPrimitiveTypeKind? kind) => value switch
    {
        null or string or bool or long or double => value,
        int or short or byte or sbyte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        // Not cast: 5.1 as the nearest single is another double than 5.1.
        float single => double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        decimal number => (double)number,
        Date day when kind == EdmPrimitiveTypeKind.DateTimeOffset => new DateTimeOffset(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero),
        Date day => new DateOnly(day.Year, day.Month, day.Day),
        DateTimeOffset instant => instant,
        _ => throw new FeedRefusal("Literals of other types than the columns have are not supported."),
    };

    private static FilterOperator OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => FilterOperator.Equal,
        BinaryOperatorKind.NotEqual => FilterOperator.NotEqual,
        BinaryOperatorKind.LessThan => FilterOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => FilterOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => FilterOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => FilterOperator.GreaterOrEqual,
        _ => throw new FeedRefusal(FilterSyntax.Supported),
    };

    private static FilterOperator Turned(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Less => FilterOperator.Greater,
        FilterOperator.LessOrEqual => FilterOperator.GreaterOrEqual,
        FilterOperator.Greater => FilterOperator.Less,
        FilterOperator.GreaterOrEqual => FilterOperator.LessOrEqual,
        _ => comparison,
    };
}
