using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>Which baseline settings a device is compared with, and what was found.</summary>
public static class BaselineRules
{
    /// <summary>Adds the rows of a device, ordered by profile and setting as in the catalog.</summary>
    public static void Find(in Device device, Moment moment, ICollection<BaselineRow> rows)
    {
        var discipline = PatchLag.DisciplineOf(device);
        foreach (var profile in Benchmark.Current.Profiles)
        {
            if (!profile.IsFor(device, moment))
                continue;
            foreach (var setting in profile.Settings)
                rows.Add(setting.On(device, profile, discipline, moment));
        }
    }
}
