using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Findings;

/// <summary>How exposed the devices of a snapshot are: one parallel pass over all of them. It keeps four bytes for each.</summary>
public sealed class ExposureTable
{
    private readonly int[] _exposures;

    internal ExposureTable(Snapshot snapshot)
    {
        _exposures = new int[snapshot.Devices];
        var risks = new ReleaseRisks(snapshot);
        Parallel.For(0, _exposures.Length, place => _exposures[place] = ExposureFormula.OfRisk(RiskOf(snapshot, snapshot.DeviceAt(place), risks)));
    }

    /// <summary>The score of the organization, 0 to 100.</summary>
    public decimal Score => ExposureFormula.MeanOf(_exposures);

    /// <summary>The score of a group, 0 to 100.</summary>
    public decimal ScoreOf(GroupSlice group) => ExposureFormula.MeanOf(_exposures.AsSpan(group.FirstPlace, group.Devices));

    /// <summary>The sum over the products of a device. Its installations are in the order of products, so those of one stand together.</summary>
    private static int RiskOf(Snapshot snapshot, in Device device, ReleaseRisks risks)
    {
        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        var (product, worst, sum) = (-1, 0, 0);
        foreach (ref readonly var installation in found[..snapshot.InstallationsOf(device, found)])
        {
            var rank = snapshot.Tenant.Catalog.Tracks[installation.Track].Product.Rank;
            if (rank != product)
            {
                sum += worst;
                (product, worst) = (rank, 0);
            }

            worst = Math.Max(worst, risks.Of(installation));
        }

        return sum + worst;
    }
}
