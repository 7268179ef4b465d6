using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.NonCpeSoftware;

/// <summary>Which software without a CPE a device has.</summary>
public static class NonCpeRules
{
    /// <summary>Adds the rows of a device, ordered by vendor and name.</summary>
    public static void Find(in Device device, Moment moment, ICollection<NonCpeRow> rows)
    {
        var discipline = PatchLag.DisciplineOf(device);
        foreach (var product in NonCpeProduct.All)
        {
            if (product.ReleaseOn(device, discipline, moment) is { } release)
                rows.Add(new NonCpeRow(product, release));
        }
    }
}
