using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities;

/// <summary>The columns of <c>getmissingkbs</c>, of a product and of a machine (contract: get-missing-kbs-software, metadata).</summary>
internal static class MissingKbShape
{
    private const string TypeName = "PublicProductFixDto";

    /// <summary>What follows <c>$metadata#</c>, in both editions.</summary>
    public const string Context = $"Collection({ODataAnswer.Namespace}.{TypeName})";

    private static readonly EntityShape<MissingKb> All = new EntityShape<MissingKb>(TypeName)
        .Text("id", kb => kb.Id)
        .Text("name", kb => kb.Name)
        .Integer("osBuild", kb => kb.OsBuild)
        .Texts("productsNames", kb => kb.ProductNames)
        .Text("url", kb => kb.Url)
        .Integer("machineMissedOn", kb => kb.MachineMissedOn)
        .Integer("cveAddressed", kb => kb.CveAddressed);

    /// <summary>The shape of an edition; that of 2021 shows what its page does.</summary>
    public static EntityShape<MissingKb> Of(ContractEdition edition) => edition == ContractEdition.Edition2026
        ? All
        : All.Showing("id", "name", "productsNames", "url", "machineMissedOn", "cveAddressed");
}
