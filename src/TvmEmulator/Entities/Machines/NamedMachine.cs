using TvmEmulator.Assessments;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Machines;

/// <summary>Finds the device that the <c>{id}</c> of a route names, by its id or its name.</summary>
internal sealed class NamedMachine(IReadOnlyList<Assessment> assessments)
{
    // These stand where ids do, so a misspelt one arrives as an id.
    private readonly string[] _neighbours =
        [.. assessments.SelectMany(assessment => new[] { assessment.ByMachineRoute, assessment.ExportRoute }).OfType<string>()];

    /// <summary>A route's handler: it answers for a device of the newest snapshot, which has a place there, and 404 is answered for it otherwise.</summary>
    public RequestDelegate Then(Func<HttpContext, Snapshot, int, Task> answer) => async context =>
    {
        var id = (string)context.GetRouteValue("id")!;
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var devices = await snapshot.DeviceTableAsync().WaitAsync(context.RequestAborted);
        if (devices.Find(id) is { } place)
        {
            await answer(context, snapshot, place);
            return;
        }

        var reason = EditDistance.Nearest(id, _neighbours) is { } nearest
            ? $"no device is called '{id}'; the nearest route is /api/machines/{nearest}"
            : $"no device has the id or name '{id}' in snapshot {snapshot.Mark}; GET /_emulator names one";
        await ErrorEnvelope.WriteAsync(context, Refusal.ResourceNotFound($"Machine {id} was not found", reason));
    };
}
