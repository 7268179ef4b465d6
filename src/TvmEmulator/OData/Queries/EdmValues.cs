using Microsoft.OData.Edm;

namespace TvmEmulator.OData.Queries;

/// <summary>Which .NET type stands for an EDM type in expressions. There are few, and all can be null, as OData's logic needs it.</summary>
internal static class EdmValues
{
    /// <summary>The type of expressions of an EDM type; null when queries cannot use it.</summary>
    public static Type? TypeOf(IEdmTypeReference type) => type.TypeKind() switch
    {
        EdmTypeKind.Enum => typeof(long?),
        EdmTypeKind.Primitive => TypeOf(type.PrimitiveKind()),
        _ => null,
    };

    /// <summary>Whether a column can be read as a property: its values have the property's type.</summary>
    public static bool Fits(IRowColumn column, IEdmTypeReference type)
    {
        var isList = column.ValueType.IsGenericType && column.ValueType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        if (isList != type.IsCollection())
            return false;

        var (value, element) = isList ? (column.ValueType.GetGenericArguments()[0], type.AsCollection().ElementType()) : (column.ValueType, type);
        return element.IsStructured() ? column.Inner is not null : value == (element.IsEnum() && !isList ? typeof(string) : TypeOf(element));
    }

    private static Type? TypeOf(EdmPrimitiveTypeKind kind) => kind switch
    {
        EdmPrimitiveTypeKind.String => typeof(string),
        EdmPrimitiveTypeKind.Boolean => typeof(bool?),
        EdmPrimitiveTypeKind.Byte or EdmPrimitiveTypeKind.SByte => typeof(long?),
        EdmPrimitiveTypeKind.Int16 or EdmPrimitiveTypeKind.Int32 or EdmPrimitiveTypeKind.Int64 => typeof(long?),
        EdmPrimitiveTypeKind.Single or EdmPrimitiveTypeKind.Double or EdmPrimitiveTypeKind.Decimal => typeof(double?),
        EdmPrimitiveTypeKind.DateTimeOffset => typeof(DateTimeOffset?),
        EdmPrimitiveTypeKind.Date => typeof(DateOnly?),
        EdmPrimitiveTypeKind.Duration => typeof(TimeSpan?),
        EdmPrimitiveTypeKind.Guid => typeof(Guid?),
        _ => null,
    };
}
