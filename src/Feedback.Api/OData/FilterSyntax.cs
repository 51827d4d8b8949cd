using Microsoft.OData.UriParser;

namespace Feedback.Api.OData;

/// <summary>Which expressions the feed evaluates: comparisons of columns and literals, and, or, parentheses.</summary>
internal static class FilterSyntax
{
    public const string Supported = "A filter compares columns with literals or columns by eq, ne, lt, le, gt, ge, joined by and, or and parentheses; nothing else is supported.";

    /// <exception cref="FeedRefusal">The expression holds something else.</exception>
    public static void Check(QueryToken token)
    {
        switch (token)
        {
            case BinaryOperatorToken { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } joined:
                Check(joined.Left);
                Check(joined.Right);
                break;
            case BinaryOperatorToken { OperatorKind: >= BinaryOperatorKind.Equal and <= BinaryOperatorKind.LessThanOrEqual } comparison:
                CheckOperand(comparison.Left);
                CheckOperand(comparison.Right);
                break;
            default:
                CheckOperand(token);
                break;
        }
    }

    private static void CheckOperand(QueryToken token)
    {
        if (token is LiteralToken or EndPathToken { NextToken: null }) return;
        throw new FeedRefusal(token switch
        {
            UnaryOperatorToken { OperatorKind: UnaryOperatorKind.Not } => "not is not supported in a filter.",
            InToken => "in is not supported in a filter; use eq and or.",
            FunctionCallToken => "Functions are not supported in a filter.",
            BinaryOperatorToken { OperatorKind: BinaryOperatorKind.Has } => "has is not supported in a filter.",
            BinaryOperatorToken { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Modulo }
                or UnaryOperatorToken => "Arithmetic is not supported in a filter.",
            AnyToken or AllToken => "any and all are not supported in a filter.",
            _ => Supported,
        });
    }
}
