using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.Findings;

/// <summary>The recommendations of a snapshot: one for each product that exposes a device, and one for each configuration that a device misses.</summary>
public sealed class RecommendationTable
{
    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, Recommendation> _byId;

    internal RecommendationTable(Snapshot snapshot, SoftwareTable software)
    {
        _snapshot = snapshot;
        var critical = new CriticalDevices(snapshot);
        var score = new ConfigurationScore(snapshot.SecureConfigurations);
        All =
        [
            .. software.Installed.Where(product => software.Of(product).ExposedMachines > 0).Select(product => OfProduct(product, software.Of(product), critical)),
            .. snapshot.Tenant.SecureConfigurations.Where(configuration => MissingOf(configuration) > 0).Select(configuration => OfConfiguration(configuration, critical, score)),
        ];
        _byId = All.ToDictionary(recommendation => recommendation.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them: those of products in the order of these, then those of configurations by number.</summary>
    public IReadOnlyList<Recommendation> All { get; }

    /// <summary>The recommendation with an id in any letter case; null when there is none.</summary>
    public Recommendation? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The recommendations that concern a device, in the order of all.</summary>
    public IReadOnlyList<Recommendation> Of(in Device device) =>
    [
        .. Recommended.ProductsExposing(_snapshot, device).Select(product => _byId[Recommendation.IdOf(product)]),
        .. Recommended.ConfigurationsMissedBy(_snapshot.Tenant, device, _snapshot.Mark.At).Select(configuration => _byId[Recommendation.IdOf(configuration)]),
    ];

    /// <summary>The places of the devices that a recommendation concerns, ascending. Every device is looked at.</summary>
    public IReadOnlyList<int> PlacesOf(Recommendation recommendation, CancellationToken cancellation) =>
        Recommended.PlacesOf(_snapshot, recommendation.Product, recommendation.Configuration, _snapshot.Known, among: null, cancellation);

    private Recommendation OfProduct(Product product, SoftwareCounts counts, CriticalDevices critical)
    {
        var remedy = Remedy.Of(_snapshot.Releases, _snapshot.Known, product);
        return new Recommendation
        {
            Id = Recommendation.IdOf(product),
            Product = product,
            Name = Recommendation.NameOf(product, remedy),
            RemediationType = remedy.Type,
            RecommendedVersion = remedy.Version,
            Weaknesses = counts.Weaknesses,
            TotalMachines = counts.InstalledMachines,
            ExposedMachines = counts.ExposedMachines,
            ExposedCriticalDevices = critical.Of(product),
            PublicExploit = counts.PublicExploit,
            ActiveAlert = counts.ActiveAlert,
            HasUnpatchableCve = HasUnpatchableCve(product),
            ExposureImpact = counts.ImpactScore / 1000m,
        };
    }

    private Recommendation OfConfiguration(SecureConfiguration configuration, CriticalDevices critical, ConfigurationScore score) => new()
    {
        Id = Recommendation.IdOf(configuration),
        Configuration = configuration,
        Name = configuration.Name,
        RemediationType = RemediationType.ConfigurationChange,
        Weaknesses = 1,
        TotalMachines = _snapshot.SecureConfigurations.ApplicableOf(configuration),
        ExposedMachines = MissingOf(configuration),
        ExposedCriticalDevices = critical.Of(configuration),
        ConfigurationImpact = score.ImpactOf(configuration),
    };

    private int MissingOf(SecureConfiguration configuration) =>
        _snapshot.SecureConfigurations.ApplicableOf(configuration) - _snapshot.SecureConfigurations.CompliantOf(configuration);

    private bool HasUnpatchableCve(Product product)
    {
        foreach (var track in product.AllTracks)
        {
            var (first, count) = _snapshot.Releases.Of(track);
            foreach (var affected in _snapshot.Cves.Of(track))
            {
                if (affected.HasUpdateAt(_snapshot.Known))
                    continue;
                for (var release = affected.First; release < Math.Min(affected.End, count); release++)
                {
                    if (_snapshot.Releases.InstallationsOf(first + release) > 0)
                        return true;
                }
            }
        }

        return false;
    }
}
