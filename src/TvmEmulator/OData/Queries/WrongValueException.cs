using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>A value that does not fit where it stands in a query, with what would.</summary>
internal sealed class WrongValueException : ODataException
{
    private WrongValueException(string message, string? text, string advice)
        : base(message)
    {
        Text = text;
        Advice = advice;
    }

    /// <summary>The value as it was written; null when no single one is wrong.</summary>
    public string? Text { get; }

    /// <summary>What can stand there.</summary>
    public string Advice { get; }

    /// <summary>A value in a list whose items have another type.</summary>
    public static WrongValueException In(string message, string value, IEdmTypeReference type) =>
        new(message, $"'{value.Replace("'", "''", StringComparison.Ordinal)}'", $"'{value}' has to be {FormOf(type)}");

    /// <summary>The two sides of an operator, which have no type in common.</summary>
    public static WrongValueException Between(string message, BinaryOperatorKind kind, SingleValueNode left, SingleValueNode right)
    {
        var (text, advice) = AdviceOn(kind, left, right);
        return new WrongValueException(message, text, advice);
    }

    private static (string? Text, string Advice) AdviceOn(BinaryOperatorKind kind, SingleValueNode left, SingleValueNode right)
    {
        if (kind is BinaryOperatorKind.And or BinaryOperatorKind.Or)
            return (null, $"both sides of '{(kind == BinaryOperatorKind.And ? "and" : "or")}' have to be true or false, as in a eq 'x' or a eq 'y', which is a in ('x','y')");
        if (kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Modulo)
            return (null, "both sides have to be numbers, or a time and a duration, like duration'P1D'");

        var (value, other) = left is ConstantNode ? (left, right) : (right, left);
        return value is ConstantNode { LiteralText: { } text } && other is not ConstantNode && other.TypeReference is { } type
            ? (text, $"{text} is compared with {NameOf(other)} and has to be {FormOf(type)}")
            : (null, "both sides of an operator have to be of one type");
    }

    private static string NameOf(SingleValueNode node) => node switch
    {
        ConvertNode convert => NameOf(convert.Source),
        SingleValuePropertyAccessNode property => property.Property.Name,
        SingleValueFunctionCallNode call => $"{call.Name}(...)",
        NonResourceRangeVariableReferenceNode variable => variable.Name,
        _ => "an expression",
    };

    private static string FormOf(IEdmTypeReference type) => type.TypeKind() switch
    {
        EdmTypeKind.Enum => $"one of {string.Join(", ", type.AsEnum().EnumDefinition().Members.Select(member => $"'{member.Name}'"))}",
        EdmTypeKind.Primitive => FormOf(type.PrimitiveKind()),
        _ => "null",
    };

    private static string FormOf(EdmPrimitiveTypeKind kind) => kind switch
    {
        EdmPrimitiveTypeKind.String => "a text in single quotes",
        EdmPrimitiveTypeKind.Boolean => "true or false, without quotes",
        EdmPrimitiveTypeKind.DateTimeOffset => "a time without quotes, like 2026-01-31T00:00:00Z",
        EdmPrimitiveTypeKind.Date => "a date without quotes, like 2026-01-31",
        EdmPrimitiveTypeKind.Duration => "a duration, like duration'P1D'",
        EdmPrimitiveTypeKind.Guid => "a GUID, like 0b7e1e6c-0000-4000-8000-00000000000a",
        EdmPrimitiveTypeKind.Single or EdmPrimitiveTypeKind.Double or EdmPrimitiveTypeKind.Decimal => "a number without quotes, like 9.8",
        _ => "a whole number without quotes",
    };
}
