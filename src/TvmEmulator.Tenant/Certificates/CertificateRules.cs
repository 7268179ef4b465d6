using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Certificates;

/// <summary>Which certificates a device has.</summary>
public static class CertificateRules
{
    /// <summary>Adds the rows of a device, in the order of the catalog, newest first.</summary>
    public static void Find(Snapshot snapshot, in Device device, ICollection<CertificateRow> rows)
    {
        var discipline = PatchLag.DisciplineOf(device);
        foreach (var certificate in Certificate.All)
            certificate.Find(device, discipline, snapshot.Tenant.Seed, DeviceReport.LearnedOf(device, snapshot.Mark.At), rows);
    }
}
