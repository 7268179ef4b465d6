using TvmEmulator.Assessments;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Machines;

/// <summary>Finds the places of devices by their ids or names.</summary>
internal static class MachineById
{
    /// <summary>The finder of all routes with the id of a device.</summary>
    /// <param name="assessments">Their routes stand where ids do, so a misspelt one arrives as an id.</param>
    public static EntityFinder<int> Finder(IReadOnlyList<Assessment> assessments)
    {
        string[] neighbours = [.. assessments.SelectMany(assessment => new[] { assessment.ByMachineRoute, assessment.ExportRoute }).OfType<string>()];
        return new EntityFinder<int>((snapshot, id, cancellation) => FindAsync(snapshot, id, neighbours, cancellation));
    }

    private static async Task<(int Found, Refusal? Refusal)> FindAsync(Snapshot snapshot, string id, string[] neighbours, CancellationToken cancellation)
    {
        var devices = await snapshot.DeviceTableAsync().WaitAsync(cancellation);
        if (devices.Find(id) is { } place)
            return (place, null);

        var reason = EditDistance.Nearest(id, neighbours) is { } nearest
            ? $"no device is called '{id}'; the nearest route is /api/machines/{nearest}"
            : $"no device has the id or name '{id}' in snapshot {snapshot.Mark}; GET /_emulator names one";
        return (0, Refusal.ResourceNotFound($"Machine {id} was not found", reason));
    }
}
