using Microsoft.OData.Edm;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>A model as lines that a person can compare: every type, property, set and function.</summary>
internal static class ModelText
{
    /// <summary>Writes a model.</summary>
    public static string Of(IEdmModel model) =>
        string.Join('\n', model.SchemaElements.SelectMany(Lines)).Replace("microsoft.windowsDefenderATP.api.", "", StringComparison.Ordinal) + "\n";

    private static IEnumerable<string> Lines(IEdmSchemaElement element) => element switch
    {
        IEdmEnumType type => [$"enum {type.Name}: {type.UnderlyingType.FullName()}", .. type.Members.Select(member => $"  {member.Name} = {member.Value.Value}")],
        IEdmEntityType type => [$"entity {type.Name}{Base(type)}, key {string.Join(' ', type.Key().Select(key => key.Name))}", .. Properties(type)],
        IEdmComplexType type => [$"complex {type.Name}{Base(type)}", .. Properties(type)],
        IEdmEntityContainer container => [$"container {container.Name}", .. container.Elements.SelectMany(Lines)],
        IEdmFunction function => [$"function {function.Name}({string.Join(", ", function.Parameters.Select(Parameter))}): {Type(function.ReturnType)}"],
        _ => [element.ToString()!],
    };

    private static IEnumerable<string> Lines(IEdmEntityContainerElement element) => element is IEdmEntitySet set
        ? [$"  set {set.Name}: {set.EntityType().Name}", .. set.NavigationPropertyBindings.Select(binding => $"    {binding.Path.Path} -> {binding.Target.Name}")]
        : [$"  {element.ContainerElementKind} {element.Name}"];

    private static string Base(IEdmStructuredType type) => type.BaseType is IEdmSchemaElement known ? $" : {known.Name}" : "";

    private static IEnumerable<string> Properties(IEdmStructuredType type) => type.DeclaredProperties.Select(property =>
        $"  {(property.PropertyKind == EdmPropertyKind.Navigation ? "navigation " : "")}{property.Name}: {Type(property.Type)}");

    private static string Parameter(IEdmOperationParameter parameter) => $"{parameter.Name}: {Type(parameter.Type)}";

    private static string Type(IEdmTypeReference type) =>
        type.IsCollection() ? $"Collection({Type(type.AsCollection().ElementType())})" : type.FullName() + (type.IsNullable ? "" : " not null");
}
