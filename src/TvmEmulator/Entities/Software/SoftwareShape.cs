using TvmEmulator.Configuration;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.Entities.Software;

/// <summary>The columns of <c>/api/Software</c> (contract: get-software, metadata).</summary>
internal static class SoftwareShape
{
    private static readonly EntityShape<DistributionRow> Distribution = new EntityShape<DistributionRow>("PublicDistributionDto")
        .Text("version", row => row.Version)
        .Integer("installations", row => row.Installations)
        .Integer("vulnerabilities", row => row.Vulnerabilities);

    private static readonly EntityShape<SoftwareRow> Product = new EntityShape<SoftwareRow>("PublicProductDto")
        .Text("id", row => row.Product.Id)
        .Text("name", row => row.Product.Name)
        .Text("vendor", row => row.Product.Vendor)
        .Integer("weaknesses", row => row.Counts.Weaknesses)
        .Boolean("publicExploit", row => row.Counts.PublicExploit)
        .Boolean("activeAlert", row => row.Counts.ActiveAlert)
        .Integer("exposedMachines", row => row.Counts.ExposedMachines)
        .Integer("installedMachines", row => row.Counts.InstalledMachines)
        .Single("impactScore", row => row.Counts.ImpactScore / 1000f)
        .Boolean("isNormalized", _ => true)
        .Text("category", row => row.Product.Category);

    private static readonly EntityShape<SoftwareRow> All = (Product with { TypeName = "Software" })
        .Complexes("distributions", Distribution, row => row.Distributions)
        .DocumentsFiltersOn("id", "name", "vendor");

    private static string[] ShownIn2021 => ["id", "name", "vendor", "weaknesses", "publicExploit", "activeAlert", "exposedMachines", "impactScore"];

    /// <summary>The shape of an edition; that of 2021 shows what its page does.</summary>
    public static EntityShape<SoftwareRow> Of(ContractEdition edition)
    {
        var shape = All.NavigationToMany("vulnerabilities", VulnerabilityShape.Of(edition), row => row.Vulnerabilities);
        return edition == ContractEdition.Edition2026
            ? shape
            : shape.Showing(ShownIn2021);
    }

    /// <summary>The shape of what a recommendation is about: software without its versions.</summary>
    public static EntityShape<SoftwareRow> ProductOf(ContractEdition edition) =>
        edition == ContractEdition.Edition2026 ? Product : Product.Showing(ShownIn2021);
}
