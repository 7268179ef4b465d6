using System.Buffers.Binary;
using TvmEmulator.Tenants.BrowserExtensions;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>An organization that a user has brought along, in place of a generated one. It never changes.</summary>
public sealed class GivenOrganization
{
    private readonly byte[] _hash;
    private readonly IReadOnlyDictionary<string, GivenCve> _cves;
    private readonly IReadOnlyDictionary<GivenKind, GivenTable> _tables;
    private readonly Lazy<GivenSecureConfigurations> _secureConfigurations;
    private readonly Lazy<GivenBenchmark> _benchmark;
    private readonly Lazy<IReadOnlyList<PermissionInfo>> _permissions;

    internal GivenOrganization(
        GivenDevice[] devices,
        RbacGroup[] groups,
        GivenProduct[] products,
        IReadOnlyDictionary<string, GivenCve> cves,
        IReadOnlyDictionary<GivenKind, GivenTable> tables,
        GivenCounts counts,
        byte[] hash)
    {
        Devices = devices;
        Groups = groups;
        Products = products;
        Counts = counts;
        _cves = cves;
        _tables = tables;
        _hash = hash;
        _secureConfigurations = new(() => new GivenSecureConfigurations(TableOf(GivenKind.SecureConfiguration), Devices.Select(device => device.Id)));
        _benchmark = new(() => new GivenBenchmark(TableOf(GivenKind.Baselines), Devices.Select(device => device.Id)));
        _permissions = new(() => GivenPermissions.Of(TableOf(GivenKind.BrowserExtensions), Devices.Select(device => device.Id)));
    }

    /// <summary>What was read.</summary>
    public GivenCounts Counts { get; }

    /// <summary>What a user should know about the files beyond the counts, one line each.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>The newest time at which a row has seen anything; null when no row says when.</summary>
    public Moment? Newest { get; internal init; }

    /// <summary>A number that follows from all that was read; it stands where a generated tenant has its seed.</summary>
    public long Seed => BinaryPrimitives.ReadInt64LittleEndian(_hash);

    /// <summary>The rows of an assessment; null when no file holds any.</summary>
    public GivenTable? TableOf(GivenKind kind) => _tables.GetValueOrDefault(kind);

    /// <summary>The permissions that browser extensions of the rows ask for.</summary>
    public IReadOnlyList<PermissionInfo> Permissions => _permissions.Value;

    /// <summary>The secure configurations of the rows.</summary>
    internal GivenSecureConfigurations SecureConfigurations => _secureConfigurations.Value;

    /// <summary>The baselines of the rows.</summary>
    internal GivenBenchmark Benchmark => _benchmark.Value;

    /// <summary>A hash of all that was read.</summary>
    internal ReadOnlySpan<byte> Hash => _hash;

    /// <summary>The devices, in the order of inventory rows, then of vulnerability rows, then in which others name them.</summary>
    internal IReadOnlyList<GivenDevice> Devices { get; }

    /// <summary>The groups, ascending by id; the first has the id 0.</summary>
    internal IReadOnlyList<RbacGroup> Groups { get; }

    /// <summary>The products, ordered by vendor and name; the places of their releases, counted through, are those that installations name.</summary>
    internal IReadOnlyList<GivenProduct> Products { get; }

    /// <summary>What rows say about a CVE; null when they do not name it.</summary>
    internal GivenCve? FindCve(string id) => _cves.GetValueOrDefault(id);

    /// <summary>The same for any CVE: of one that rows only count, nothing but the id is known.</summary>
    internal GivenCve CveOf(string id) => FindCve(id) ?? new GivenCve(id, null, null, null) { Published = GivenPublication.Of(id, firstSeen: null) };

    /// <summary>A catalog of the products, which nobody else has.</summary>
    internal ProductCatalog NewCatalog() => new GivenCatalog(Products).Catalog;
}
