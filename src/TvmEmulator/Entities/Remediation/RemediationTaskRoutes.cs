using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Remediation;

/// <summary>
/// <c>GET /api/remediationTasks</c>: what somebody asked to be done. Below <c>/api/remediationTasks/{id}</c> one of them, with the devices that still have to.
/// </summary>
internal sealed class RemediationTaskRoutes(EmulatorOptions options, LinkBase links)
{
    private const string Path = "/api/remediationTasks";

    private static readonly ApiRoute List = ApiRoute.OfDocument("RemediationTasks", Permission.RemediationTasks);
    private static readonly ApiRoute ById = ApiRoute.OfDocument("RemediationTaskById", Permission.RemediationTasks);
    private static readonly ApiRoute References = ApiRoute.OfDocument("RemediationTaskMachineReferences", Permission.RemediationTasks);

    private readonly EntityList<RemediationTask> _tasks = new(RemediationTaskShape.Of(options.Contract), "RemediationTasks");
    private readonly EntityList<MachineRow> _references =
        new(MachineReferenceShape.Of(options.Contract), MachineReferenceShape.ContextOf(options.Contract));

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerListAsync).WithMetadata(List);
        routes.MapGet($"{Path}/{{id}}", RemediationTaskById.Finder.Then(AnswerOneAsync)).WithMetadata(ById);
        routes.MapGet($"{Path}/{{id}}/machineReferences", RemediationTaskById.Finder.Then(AnswerReferencesAsync)).WithMetadata(References);
    }

    private async Task AnswerListAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var tasks = await snapshot.Findings.RemediationTasksAsync(context.RequestAborted);
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
