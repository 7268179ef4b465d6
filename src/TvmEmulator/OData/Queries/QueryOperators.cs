using System.Linq.Expressions;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// The operators of <c>$filter</c> and <c>$orderby</c> over nullable values, with OData's logic: null equals null and nothing else, an order
/// comparison with null is false, arithmetic with null is null, and <c>and</c>, <c>or</c>, <c>not</c> know true, false and null.
/// </summary>
internal static class QueryOperators
{
    /// <summary>An operator between two values of one type, or of a time and a duration.</summary>
    public static Expression Binary(BinaryOperatorKind kind, Expression left, Expression right) => kind switch
    {
        BinaryOperatorKind.And => Expression.AndAlso(left, right),
        BinaryOperatorKind.Or => Expression.OrElse(left, right),
        BinaryOperatorKind.Equal => AsLogic(AreEqual(left, right)),
        BinaryOperatorKind.NotEqual => AsLogic(Expression.Not(AreEqual(left, right))),
        BinaryOperatorKind.GreaterThan => AsLogic(Ordered(left, right, Expression.GreaterThan)),
        BinaryOperatorKind.GreaterThanOrEqual => AsLogic(Ordered(left, right, Expression.GreaterThanOrEqual)),
        BinaryOperatorKind.LessThan => AsLogic(Ordered(left, right, Expression.LessThan)),
        BinaryOperatorKind.LessThanOrEqual => AsLogic(Ordered(left, right, Expression.LessThanOrEqual)),
        BinaryOperatorKind.Has => AsLogic(Expression.Equal(Expression.And(left, right), right)),
        _ => Arithmetic(kind, left, right),
    };

    /// <summary>An operator before a value.</summary>
    public static Expression Unary(UnaryOperatorKind kind, Expression operand)
    {
        if (kind == UnaryOperatorKind.Not && operand.Type == typeof(bool?))
            return Expression.Not(operand);
        return kind == UnaryOperatorKind.Negate && (operand.Type == typeof(long?) || operand.Type == typeof(double?) || operand.Type == typeof(TimeSpan?))
            ? Expression.NegateChecked(operand)
            : throw Unsupported($"The operator '{kind}'", operand);
    }

    /// <summary>Whether two values are equal, as a plain bool.</summary>
    public static Expression AreEqual(Expression left, Expression right) => left.Type == typeof(string)
        ? Expression.Call(((Func<string?, string?, bool>)string.Equals).Method, left, right)
        : Expression.Equal(left, right);

    /// <summary>A plain bool as one that may be null.</summary>
    public static Expression AsLogic(Expression condition) => Expression.Convert(condition, typeof(bool?));

    /// <summary>What to throw when an operator is not for a type.</summary>
    public static ODataException Unsupported(string what, Expression operand) =>
        new($"{what} is not supported here for values of type {(Nullable.GetUnderlyingType(operand.Type) ?? operand.Type).Name}.");

    private static Expression Ordered(Expression left, Expression right, Func<Expression, Expression, Expression> compare)
    {
        if (left.Type == typeof(bool?) || (left.Type != typeof(string) && Nullable.GetUnderlyingType(left.Type) is null))
            throw Unsupported("Comparing by order", left);
        return left.Type == typeof(string)
            ? compare(Expression.Call(((Func<string?, string?, int?>)CompareTexts).Method, left, right), Expression.Constant(0, typeof(int?)))
            : compare(left, right);
    }

    private static BinaryExpression Arithmetic(BinaryOperatorKind kind, Expression left, Expression right)
    {
        var isNumber = left.Type == right.Type && (left.Type == typeof(long?) || left.Type == typeof(double?));
        var isTime = left.Type == typeof(DateTimeOffset?) || left.Type == typeof(TimeSpan?);
        return kind switch
        {
            BinaryOperatorKind.Add when isNumber || (isTime && right.Type == typeof(TimeSpan?)) => Expression.AddChecked(left, right),
            BinaryOperatorKind.Subtract when isNumber || (isTime && right.Type == typeof(TimeSpan?)) => Expression.SubtractChecked(left, right),
            BinaryOperatorKind.Subtract when isTime && right.Type == left.Type => Expression.SubtractChecked(left, right),
            BinaryOperatorKind.Multiply when isNumber => Expression.MultiplyChecked(left, right),
            BinaryOperatorKind.Divide when isNumber => Expression.Divide(left, right),
            BinaryOperatorKind.Modulo when isNumber => Expression.Modulo(left, right),
            _ => throw Unsupported($"The operator '{kind}'", left),
        };
    }

    private static int? CompareTexts(string? left, string? right) => left is null || right is null ? null : string.CompareOrdinal(left, right);
}
