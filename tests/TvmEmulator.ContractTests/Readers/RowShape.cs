using System.Text.Json;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>
/// What a row must be beyond what Microsoft.OData.Core checks: it has all properties that its context selects, in the order of the metadata; nulls
/// stand only where the metadata allows them, and never for a collection; whole numbers are whole; members of enumerations are known. So are the
/// rows of expanded navigations.
/// </summary>
internal static class RowShape
{
    /// <summary>Checks a row and what is nested in it.</summary>
    /// <exception cref="ODataException">The row has another shape.</exception>
    public static void Check(JsonElement row, IEdmStructuredType type, SelectedColumns selected)
    {
        var members = row.EnumerateObject().Where(member => !member.Name.Contains('@')).ToLookup(member => type.FindProperty(member.Name) is IEdmNavigationProperty);
        var names = members[false].Select(member => member.Name).ToArray();
        var properties = type.StructuralProperties().Where(property => selected.Has(property.Name)).ToArray();
        var expected = properties.Select(property => property.Name).ToArray();
        if (!names.SequenceEqual(expected))
            throw new ODataException($"A row has the properties {string.Join(' ', names)}, but {type.FullTypeName()} has {string.Join(' ', expected)}.");

        foreach (var property in properties)
            CheckValue(row.GetProperty(property.Name), property.Type, property.Name, SelectedColumns.All);
        foreach (var expanded in members[true])
            CheckValue(expanded.Value, type.FindProperty(expanded.Name).Type, expanded.Name, selected.In(expanded.Name));
    }

    private static void CheckValue(JsonElement value, IEdmTypeReference type, string name, SelectedColumns selected)
    {
        var isRight = (value.ValueKind, type.Definition) switch
        {
            (JsonValueKind.Null, IEdmCollectionType) => false,
            (JsonValueKind.Null, _) => type.IsNullable,
            (JsonValueKind.String, IEdmEnumType of) => of.Members.Any(member => member.Name == value.GetString()),
            (_, IEdmEnumType) => false,
            (JsonValueKind.Number, IEdmPrimitiveType { PrimitiveKind: EdmPrimitiveTypeKind.Int32 }) => value.TryGetInt32(out _),
            (JsonValueKind.Number, IEdmPrimitiveType { PrimitiveKind: EdmPrimitiveTypeKind.Int64 }) => value.TryGetInt64(out _),
            _ => true,
        };
        if (!isRight)
            throw new ODataException($"The property {name} of type {type.FullName()} has the value {value.GetRawText()}.");

        if (type.Definition is IEdmCollectionType collection)
        {
            foreach (var element in value.EnumerateArray())
                CheckValue(element, collection.ElementType, name, selected);
        }

        if (type.Definition is IEdmStructuredType nested && value.ValueKind == JsonValueKind.Object)
            Check(value, nested, selected);
    }
}
