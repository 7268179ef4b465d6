using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Reads names in any letter case, and values of enumerations and GUIDs written as text, because the service's samples write both so
/// (contract: exposed-apis-odata-samples). A column that an edition calls by another name than the model is found by both.
/// </summary>
/// <param name="shape">Whose columns may have other names.</param>
internal sealed class ServiceResolver(IRowShape shape) : ODataUriResolver
{
    private readonly Dictionary<string, string> _properties = shape.Columns
        .Where(column => column.Name != column.Property)
        .ToDictionary(column => column.Name, column => column.Property, StringComparer.OrdinalIgnoreCase);

    private readonly StringAsEnumResolver _enums = new() { EnableCaseInsensitive = true };

    public override bool EnableCaseInsensitive { get; set; } = true;

    public override IEdmProperty ResolveProperty(IEdmStructuredType type, string propertyName) =>
        base.ResolveProperty(type, type.FullTypeName() == $"{ODataAnswer.Namespace}.{shape.TypeName}" ? _properties.GetValueOrDefault(propertyName, propertyName) : propertyName);

    public override void PromoteBinaryOperandTypes(
        BinaryOperatorKind binaryOperatorKind, ref SingleValueNode leftNode, ref SingleValueNode rightNode, out IEdmTypeReference typeReference)
    {
        // The library calls this an internal error of its own.
        if (binaryOperatorKind == BinaryOperatorKind.Has && leftNode.TypeReference?.IsEnum() != true)
            throw new ODataException("The operator 'has' is supported only for values of an enumeration.");

        try
        {
            if (IsGuid(leftNode))
                rightNode = AsGuid(rightNode);
            else if (IsGuid(rightNode))
                leftNode = AsGuid(leftNode);
            _enums.PromoteBinaryOperandTypes(binaryOperatorKind, ref leftNode, ref rightNode, out typeReference);
        }
        catch (ODataException wrong)
        {
            throw WrongValueException.Between(wrong.Message, binaryOperatorKind, leftNode, rightNode);
        }
    }

    private static bool IsGuid(SingleValueNode node) => node.TypeReference?.IsGuid() == true;

    private static SingleValueNode AsGuid(SingleValueNode node)
    {
        if (node is not ConstantNode { Value: string text })
            return node;
        return Guid.TryParse(text, out var guid)
            ? new ConstantNode(guid, text, EdmCoreModel.Instance.GetGuid(isNullable: false))
            : throw new ODataException($"The string '{text}' is not a valid Edm.Guid.");
    }
}
