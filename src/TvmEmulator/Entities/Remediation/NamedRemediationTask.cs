using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Remediation;

/// <summary>Finds the remediation task that the <c>{id}</c> of a route names.</summary>
internal static class NamedRemediationTask
{
    /// <summary>A route's handler: it answers for a task of the newest snapshot, and 404 is answered for it otherwise.</summary>
    public static RequestDelegate Then(Func<HttpContext, Snapshot, RemediationTask, Task> answer) => async context =>
    {
        var id = (string)context.GetRouteValue("id")!;
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var tasks = await snapshot.Findings.RemediationTasksAsync().WaitAsync(context.RequestAborted);
        if (tasks.Find(id) is { } task)
        {
            await answer(context, snapshot, task);
            return;
        }

        await ErrorEnvelope.WriteAsync(context, Refusal.ResourceNotFound(
            $"RemediationTask {id} was not found", $"no task has the id '{id}' in snapshot {snapshot.Mark}; GET /api/remediationTasks lists them"));
    };
}
