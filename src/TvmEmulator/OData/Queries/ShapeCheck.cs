using Microsoft.OData.Edm;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Finds the EDM type of a shape and compares the two. Where they differ there is a mistake in the shape, which would only be seen when somebody filters
/// by the column or expands the navigation.
/// </summary>
internal static class ShapeCheck
{
    /// <summary>The type of a shape.</summary>
    /// <exception cref="InvalidOperationException">The shape does not fit the model.</exception>
    public static IEdmStructuredType TypeOf(IEdmModel model, IRowShape shape)
    {
        var type = model.FindDeclaredType($"{ODataAnswer.Namespace}.{shape.TypeName}") as IEdmStructuredType
            ?? throw new InvalidOperationException($"The model has no type {shape.TypeName}.");
        foreach (var column in shape.Columns)
        {
            if (type.FindProperty(column.Property) is { } property && !EdmValues.Fits(column, property.Type))
                throw new InvalidOperationException($"Column {column.Name} of {shape.TypeName} is {column.ValueType}, its property {property.Type.FullName()}.");
        }

        foreach (var navigation in shape.Navigations)
        {
            var inner = TypeOf(model, navigation.Inner);
            if (type.FindProperty(navigation.Name) is not IEdmNavigationProperty property
                || property.ToEntityType() != inner || property.Type.IsCollection() != navigation.IsCollection)
                throw new InvalidOperationException($"Navigation {navigation.Name} of {shape.TypeName} is another one in the model.");
        }

        return type;
    }
}
