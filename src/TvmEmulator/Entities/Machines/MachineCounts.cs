using TvmEmulator.OData;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Machines;

/// <summary>The numbers of the whole organization that the rows below a machine have; counting them takes a while the first time.</summary>
internal sealed record MachineCounts(SoftwareTable Software, RecommendationTable Recommendations)
{
    /// <summary>Those of a snapshot, for who wants to see what is below a machine; null for all others.</summary>
    public static async Task<MachineCounts?> ToExpandAsync(HttpContext context, Snapshot snapshot)
    {
        if (QueryParameters.Parse(context.Request.QueryString).Single("$expand").Value is null)
            return null;

        await snapshot.CvesAsync().WaitAsync(context.RequestAborted);
        var software = await snapshot.SoftwareTableAsync().WaitAsync(context.RequestAborted);
        return new MachineCounts(software, await snapshot.Findings.RecommendationsAsync().WaitAsync(context.RequestAborted));
    }
}
