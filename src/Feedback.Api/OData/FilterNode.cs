namespace Feedback.Api.OData;

/// <summary>How two values are compared.</summary>
internal enum FilterOperator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>
/// What must hold of a row. There is no negation, so that a part that may hold can only make the whole hold: what of null is
/// neither true nor false counts as false.
/// </summary>
internal abstract record FilterNode
{
    /// <summary>Whether it holds for some row with these values; what is not known may be anything.</summary>
    public abstract bool CanHold(ReadOnlySpan<(string Column, object? Value)> known);

    public sealed record And(FilterNode Left, FilterNode Right) : FilterNode
    {
        public override bool CanHold(ReadOnlySpan<(string Column, object? Value)> known) => Left.CanHold(known) && Right.CanHold(known);
    }

    public sealed record Or(FilterNode Left, FilterNode Right) : FilterNode
    {
        public override bool CanHold(ReadOnlySpan<(string Column, object? Value)> known) => Left.CanHold(known) || Right.CanHold(known);
    }

    /// <summary>The same of every row.</summary>
    public sealed record Always(bool Holds) : FilterNode
    {
        public override bool CanHold(ReadOnlySpan<(string Column, object? Value)> known) => Holds;
    }

    /// <summary>A column against a value, which is of the column's type (of a number's a double, of a whole number's a long or a double) or null.</summary>
    public sealed record WithValue(string Column, FilterOperator Operator, object? Value) : FilterNode
    {
        public override bool CanHold(ReadOnlySpan<(string Column, object? Value)> known)
        {
            foreach (var (column, value) in known)
            {
                if (column == Column) return FilterValues.Holds(value, Operator, Value);
            }
            // Nothing is less or greater than null.
            return Value is not null || Operator is FilterOperator.Equal or FilterOperator.NotEqual;
        }
    }

    /// <summary>A column against another of its kind.</summary>
    public sealed record WithColumn(string Left, FilterOperator Operator, string Right) : FilterNode
    {
        public override bool CanHold(ReadOnlySpan<(string Column, object? Value)> known)
        {
            var (left, right, found) = ((object?)null, (object?)null, 0);
            foreach (var (column, value) in known)
            {
                if (column == Left) (left, found) = (value, found | 1);
                if (column == Right) (right, found) = (value, found | 2);
            }
            return found != 3 || FilterValues.Holds(left, Operator, right);
        }
    }
}
