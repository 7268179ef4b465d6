using TvmEmulator.Configuration;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.Entities.Scores;

/// <summary>The columns of scores (contract: get-exposure-score, get-machine-group-exposure-score, get-device-secure-score, metadata).</summary>
internal static class ScoreShape
{
    /// <summary>Name of the type of all scores.</summary>
    public const string TypeName = "ConfigurationScore";

    private static readonly EntityShape<ScoreRow> All = new EntityShape<ScoreRow>(TypeName)
        .Time("time", row => row.Time)
        .Double("score", row => (double)row.Score)
        .Text("rbacGroupName", row => row.Group?.Name)
        .Integer("rbacGroupId", row => row.Group?.Id);

    /// <summary>The shape of the organization's score; that of 2021 shows what its page does.</summary>
    public static EntityShape<ScoreRow> OfAll(ContractEdition edition) => edition == ContractEdition.Edition2026 ? All : All.Showing("time", "score");

    /// <summary>The shape of the scores of groups; that of 2021 shows what its page does.</summary>
    public static EntityShape<ScoreRow> OfGroups(ContractEdition edition) =>
        edition == ContractEdition.Edition2026 ? All : All.Showing("time", "score", "rbacGroupName");
}
