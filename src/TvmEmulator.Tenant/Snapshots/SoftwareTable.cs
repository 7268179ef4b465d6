using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>
/// The products that devices have, with how many: one parallel pass over the devices. A device with several versions of a product is counted once.
/// </summary>
public sealed class SoftwareTable
{
    private const int BlockSize = 256;

    private readonly Snapshot _snapshot;
    private readonly SoftwareCounts[] _counts;

    internal SoftwareTable(Snapshot snapshot)
    {
        _snapshot = snapshot;
        var products = snapshot.Tenant.Catalog.Products;
        var (installed, exposed) = CountDevices(snapshot, products.Count);
        _counts = [.. products.Select((product, rank) => installed[rank] == 0 ? default : CountsOf(product, installed[rank], exposed[rank]))];
        Installed = [.. products.Where((_, rank) => installed[rank] > 0)];
    }

    /// <summary>The products that some device has, ordered by vendor and name.</summary>
    public IReadOnlyList<Product> Installed { get; }

    /// <summary>The counts of a product; nothing but zeros when nobody has it.</summary>
    public SoftwareCounts Of(Product product) => _counts[product.Rank];

    private static (int[] Installed, int[] Exposed) CountDevices(Snapshot snapshot, int products)
    {
        var (installed, exposed) = (new int[products], new int[products]);
        Parallel.For(
            0,
            (snapshot.Devices + BlockSize - 1) / BlockSize,
            () => (Installed: new int[products], Exposed: new int[products]),
            (block, _, counts) =>
            {
                Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
                for (var place = block * BlockSize; place < Math.Min((block + 1) * BlockSize, snapshot.Devices); place++)
                    Add(snapshot, found[..snapshot.InstallationsOf(snapshot.DeviceAt(place), found)], counts.Installed, counts.Exposed);
                return counts;
            },
            counts =>
            {
                lock (installed)
                {
                    for (var rank = 0; rank < products; rank++)
                    {
                        installed[rank] += counts.Installed[rank];
                        exposed[rank] += counts.Exposed[rank];
                    }
                }
            });
        return (installed, exposed);
    }

    /// <summary>Counts a device. Its installations are in the order of products, so those of one stand together.</summary>
    private static void Add(Snapshot snapshot, ReadOnlySpan<Installation> installations, int[] installed, int[] exposed)
    {
        var (last, isExposed) = (-1, false);
        foreach (ref readonly var installation in installations)
        {
            var rank = snapshot.Tenant.Catalog.Tracks[installation.Track].Product.Rank;
            if (rank != last)
            {
                installed[rank]++;
                (last, isExposed) = (rank, false);
            }

            if (isExposed || snapshot.Releases.WeaknessesOf(snapshot.Releases.NumberOf(installation)) == 0)
                continue;
            isExposed = true;
            exposed[rank]++;
        }
    }

    private SoftwareCounts CountsOf(Product product, int installed, int exposed)
    {
        var cves = _snapshot.InstalledCvesOf(product);
        var worst = cves.Select(cve => cve.CvssTenths).DefaultIfEmpty().Max();
        var isExploited = cves.Any(cve => cve.Exploitability != Exploitability.NoExploit);
        return new SoftwareCounts(installed, exposed, cves.Count, isExploited, isExploited && HasOpenAlert(product), ImpactOf(exposed, worst, isExploited));
    }

    /// <summary>The worst CVE, for the share of the devices that are exposed; half of it as long as nobody has published an exploit.</summary>
    private int ImpactOf(int exposed, int worstCvssTenths, bool isExploited) =>
        (int)((long)exposed * worstCvssTenths * (isExploited ? 1000 : 500) / _snapshot.Devices);

    /// <summary>In any month one product in sixty has an open alert; nobody knows of those of a given organization.</summary>
    private bool HasOpenAlert(Product product) =>
        _snapshot.Tenant.Given is null
        && StableHash.Below(StableHash.Mix(product.Key, (ulong)(_snapshot.Mark.At.Seconds / (30 * Moment.Day))), 60) == 0;
}
