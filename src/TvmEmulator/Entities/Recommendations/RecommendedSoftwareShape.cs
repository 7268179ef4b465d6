using TvmEmulator.Configuration;
using TvmEmulator.Entities.Software;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.Entities.Recommendations;

/// <summary>The columns of the software of a recommendation: those of software without its versions (contract: list-recommendation-software, metadata).</summary>
internal static class RecommendedSoftwareShape
{
    private const string TypeName = "PublicProductDto";

    /// <summary>The shape of an edition.</summary>
    public static EntityShape<SoftwareRow> Of(ContractEdition edition) => SoftwareShape.ProductOf(edition);

    /// <summary>What follows <c>$metadata#</c>; that of 2021 resolves in no metadata.</summary>
    public static string ContextOf(ContractEdition edition) =>
        edition == ContractEdition.Edition2026 ? $"{ODataAnswer.Namespace}.{TypeName}" : $"Analytics.Contracts.PublicAPI.{TypeName}";
}
