using TvmEmulator.OData;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Remediation;

/// <summary>Finds remediation tasks by their ids.</summary>
internal static class RemediationTaskById
{
    /// <summary>The finder of all routes with the id of a task.</summary>
    public static EntityFinder<RemediationTask> Finder { get; } = new(FindAsync);

    private static async Task<(RemediationTask? Found, Refusal? Refusal)> FindAsync(Snapshot snapshot, string id, CancellationToken cancellation)
    {
        var tasks = await snapshot.Findings.RemediationTasksAsync(cancellation);
        return tasks.Find(id) is { } task
            ? (task, null)
            : (null, Refusal.ResourceNotFound(
                $"RemediationTask {id} was not found", $"no task has the id '{id}' in snapshot {snapshot.Mark}; GET /api/remediationTasks lists them"));
    }
}
