using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.Entities.Machines;

/// <summary>The columns of <c>machineReferences</c>: the devices that have something (contract: get-machines-by-software, metadata).</summary>
internal static class MachineReferenceShape
{
    private const string TypeName = "PublicAssetDto";

    private static readonly EntityShape<MachineRow> All = new EntityShape<MachineRow>(TypeName)
        .Text("id", row => row.Id)
        .Text("computerDnsName", row => row.ComputerDnsName)
        .Text("osPlatform", row => row.OsPlatform)
        .Text("assetCriticalityLevel", _ => null)
        .Texts("tags", row => row.MachineTags)
        .Text("rbacGroupName", row => row.RbacGroupName)
        .Integer("rbacGroupId", row => row.RbacGroupId);

    /// <summary>The shape of an edition; that of 2021 shows what its page does.</summary>
    public static EntityShape<MachineRow> Of(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? All
        : All.Showing("id", "computerDnsName", "osPlatform", "rbacGroupName");

    /// <summary>What follows <c>$metadata#</c>; that of 2021 resolves in no metadata.</summary>
    public static string ContextOf(ContractEdition edition) =>
        edition == ContractEdition.Edition2026 ? $"Collection({ODataAnswer.Namespace}.{TypeName})" : "MachineReferences";
}
