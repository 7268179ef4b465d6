using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Remediation;

/// <summary>
/// <c>GET /api/remediationTasks</c>: what somebody asked to be done. Below <c>/api/remediationTasks/{id}</c> one of them, with the devices that still have to.
/// </summary>
internal sealed class RemediationTaskRoutes(EmulatorOptions options, LinkBase links)
{
    private const string Path = "/api/remediationTasks";

    private readonly EntityList<RemediationTask> _tasks = new(RemediationTaskShape.Of(options.Contract), "RemediationTasks");
    private readonly EntityList<MachineRow> _references =
        new(MachineReferenceShape.Of(options.Contract), MachineReferenceShape.ContextOf(options.Contract));

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerListAsync).WithMetadata(RouteOf("RemediationTasks"));
        routes.MapGet($"{Path}/{{id}}", NamedRemediationTask.Then(AnswerOneAsync)).WithMetadata(RouteOf("RemediationTaskById"));
        routes.MapGet($"{Path}/{{id}}/machineReferences", NamedRemediationTask.Then(AnswerReferencesAsync)).WithMetadata(RouteOf("RemediationTaskMachineReferences"));
    }

    private static ApiRoute RouteOf(string name) => new(name, RouteKind.Document, Permission.RemediationTasks, QuotaLimits.General);

    private async Task AnswerListAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var tasks = await snapshot.Findings.RemediationTasksAsync().WaitAsync(context.RequestAborted);
        await _tasks.AnswerAsync(context, links.ApiBase(context.Request), Path, tasks.All);
    }

    private Task AnswerOneAsync(HttpContext context, Snapshot snapshot, RemediationTask task) =>
        _tasks.AnswerEntityAsync(context, links.ApiBase(context.Request), task);

    private async Task AnswerReferencesAsync(HttpContext context, Snapshot snapshot, RemediationTask task)
    {
        var devices = await snapshot.DeviceTableAsync().WaitAsync(context.RequestAborted);
        var rows = MachineRow.At(snapshot, devices, task.RemainingPlaces);
        await _references.AnswerAsync(context, links.ApiBase(context.Request), $"{Path}/{task.Id}/machineReferences", rows);
    }
}
