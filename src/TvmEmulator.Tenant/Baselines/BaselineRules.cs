using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>Which baseline settings a device is compared with, and what was found.</summary>
public static class BaselineRules
{
    /// <summary>Adds the rows of a device of any tenant: those that were given, when it is a given one.</summary>
    public static void Find(Tenant tenant, in Device device, Moment moment, ICollection<BaselineRow> rows)
    {
        if (tenant.Given is { } given)
            given.Benchmark.Find(DeviceNames.IdOf(device), rows);
        else
            Find(device, moment, rows);
    }

    /// <summary>Adds the rows of a generated device, ordered by profile and setting as in the catalog.</summary>
    public static void Find(in Device device, Moment moment, ICollection<BaselineRow> rows)
    {
        var discipline = PatchLag.DisciplineOf(device);
        foreach (var profile in Benchmark.Current.Profiles)
        {
            if (profile.AssessedSince(device, moment) is not { } since)
                continue;
            foreach (var setting in profile.Settings)
                rows.Add(setting.On(device, profile, discipline, since, moment));
        }
    }
}
