using Microsoft.OData.Edm;

namespace TvmEmulator.OData;

/// <summary>
/// The part of the service's data model that this emulator serves, as Microsoft.OData.Edm knows it: names, order, types and nullability of
/// the service's own metadata.
/// </summary>
internal static class ServiceModel
{
    private const string Container = "Container";

    /// <summary>
    /// The entity sets that the service document lists. Machines and Software exist in the model because functions are bound to them, but the
    /// sets themselves cannot be read yet.
    /// </summary>
    public static IReadOnlyList<string> ReadableSets { get; } = [];

    /// <summary>Builds the model.</summary>
    public static IEdmModel Build()
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(ODataAnswer.Namespace, Container);
        model.AddElement(container);

        var distribution = AddDistribution(model);
        var software = AddSoftware(model, distribution);
        var machine = new EdmEntityType(ODataAnswer.Namespace, "Machine");
        machine.AddKeys(machine.AddStructuralProperty("id", EdmPrimitiveTypeKind.String, isNullable: false));
        model.AddElement(machine);

        container.AddEntitySet("Machines", machine);
        container.AddEntitySet("Software", software);

        var machines = EdmCoreModel.GetCollection(new EdmEntityTypeReference(machine, isNullable: true));
        AddFunction(model, "SoftwareInventoryByMachine", machines, Collection(AddAssetSoftware(model)));
        AddFunction(model, "SoftwareInventoryExport", machines, new EdmComplexTypeReference(AddExportFiles(model), isNullable: true));
        AddFunction(model, "Distributions", new EdmEntityTypeReference(software, isNullable: true), Collection(distribution));
        return model;
    }

    private static EdmComplexType AddAssetSoftware(EdmModel model)
    {
        var type = new EdmComplexType(ODataAnswer.Namespace, "AssetSoftware");
        type.AddStructuralProperty("deviceId", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("rbacGroupId", EdmPrimitiveTypeKind.Int64, isNullable: false);
        type.AddStructuralProperty("rbacGroupName", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("deviceName", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("osPlatform", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("softwareVendor", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("softwareName", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("softwareVersion", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("numberOfWeaknesses", EdmPrimitiveTypeKind.Int32, isNullable: false);
        type.AddStructuralProperty("diskPaths", Texts());
        type.AddStructuralProperty("registryPaths", Texts());
        type.AddStructuralProperty("softwareFirstSeenTimestamp", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("endOfSupportStatus", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("endOfSupportDate", EdmPrimitiveTypeKind.String);
        model.AddElement(type);
        return type;
    }

    private static EdmComplexType AddExportFiles(EdmModel model)
    {
        var type = new EdmComplexType(ODataAnswer.Namespace, "ExportFilesResponse");
        type.AddStructuralProperty("exportFiles", Texts());
        type.AddStructuralProperty("generatedTime", EdmPrimitiveTypeKind.DateTimeOffset);
        model.AddElement(type);
        return type;
    }

    private static EdmComplexType AddDistribution(EdmModel model)
    {
        var type = new EdmComplexType(ODataAnswer.Namespace, "PublicDistributionDto");
        type.AddStructuralProperty("version", EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("installations", EdmPrimitiveTypeKind.Int64, isNullable: false);
        type.AddStructuralProperty("vulnerabilities", EdmPrimitiveTypeKind.Int64, isNullable: false);
        model.AddElement(type);
        return type;
    }

    private static EdmEntityType AddSoftware(EdmModel model, EdmComplexType distribution)
    {
        var product = new EdmEntityType(ODataAnswer.Namespace, "PublicProductDto");
        product.AddKeys(product.AddStructuralProperty("id", EdmPrimitiveTypeKind.String, isNullable: false));
        product.AddStructuralProperty("name", EdmPrimitiveTypeKind.String);
        product.AddStructuralProperty("vendor", EdmPrimitiveTypeKind.String);
        product.AddStructuralProperty("weaknesses", EdmPrimitiveTypeKind.Int64, isNullable: false);
        product.AddStructuralProperty("publicExploit", EdmPrimitiveTypeKind.Boolean, isNullable: false);
        product.AddStructuralProperty("activeAlert", EdmPrimitiveTypeKind.Boolean, isNullable: false);
        product.AddStructuralProperty("exposedMachines", EdmPrimitiveTypeKind.Int64, isNullable: false);
        product.AddStructuralProperty("installedMachines", EdmPrimitiveTypeKind.Int64, isNullable: false);
        product.AddStructuralProperty("impactScore", EdmPrimitiveTypeKind.Single, isNullable: false);
        product.AddStructuralProperty("isNormalized", EdmPrimitiveTypeKind.Boolean, isNullable: false);
        product.AddStructuralProperty("category", EdmPrimitiveTypeKind.String);
        model.AddElement(product);

        var software = new EdmEntityType(ODataAnswer.Namespace, "Software", product);
        software.AddStructuralProperty("distributions", Collection(distribution));
        model.AddElement(software);
        return software;
    }

    private static void AddFunction(EdmModel model, string name, IEdmTypeReference bindingParameter, IEdmTypeReference returned)
    {
        var function = new EdmFunction(ODataAnswer.Namespace, name, returned, isBound: true, entitySetPathExpression: null, isComposable: false);
        function.AddParameter("bindingParameter", bindingParameter);
        model.AddElement(function);
    }

    private static IEdmCollectionTypeReference Texts() => EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetString(isNullable: true));

    private static IEdmCollectionTypeReference Collection(EdmComplexType type) => EdmCoreModel.GetCollection(new EdmComplexTypeReference(type, isNullable: true));
}
