using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>Which extensions the browsers of a device have. A browser that the device's inventory does not list has none.</summary>
public static class BrowserExtensionRules
{
    /// <summary>Adds the rows of a device, ordered by browser and extension.</summary>
    public static void Find(Snapshot snapshot, in Device device, ICollection<BrowserExtensionRow> rows)
    {
        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        var installations = found[..snapshot.InstallationsOf(device, found)];
        var discipline = PatchLag.DisciplineOf(device);
        var report = DeviceReport.LearnedOf(device, snapshot.Mark.At);
        foreach (var browser in Browser.All)
        {
            if (SinceWhen(snapshot.Tenant, device, browser, installations) is not { } since)
                continue;
            foreach (var extension in BrowserExtension.All)
            {
                if (extension.In(device, browser, since, discipline, report) is { } row)
                    rows.Add(row);
            }
        }
    }

    private static Moment? SinceWhen(Tenant tenant, in Device device, Browser browser, ReadOnlySpan<Installation> installations)
    {
        var product = tenant.Catalog.Find(browser.SoftwareId);
        foreach (ref readonly var installation in installations)
        {
            if (tenant.Catalog.Tracks[installation.Track].Product == product)
                return InstallationRules.ArrivalOf(device, product!, installation);
        }

        return null;
    }
}
