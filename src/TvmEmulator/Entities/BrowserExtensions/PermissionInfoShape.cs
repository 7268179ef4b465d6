using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.BrowserExtensions;

namespace TvmEmulator.Entities.BrowserExtensions;

/// <summary>The columns of <c>/api/browserextensions/permissionsinfo</c>, the same in both editions (contract: get-browser-extensions-permission-info).</summary>
internal static class PermissionInfoShape
{
    private const string TypeName = "BrowserExtensions";

    /// <summary>The shape.</summary>
    public static EntityShape<PermissionInfo> Shape { get; } = new EntityShape<PermissionInfo>(TypeName)
        .Text("key", permission => permission.Key)
        .Text("permissionName", permission => permission.Name)
        .Text("description", permission => permission.Description);

    /// <summary>What follows <c>$metadata#</c>; that of 2021 resolves in no metadata.</summary>
    public static string ContextOf(ContractEdition edition) =>
        edition == ContractEdition.Edition2026 ? $"Collection({ODataAnswer.Namespace}.{TypeName})" : "BrowserExtension";
}
