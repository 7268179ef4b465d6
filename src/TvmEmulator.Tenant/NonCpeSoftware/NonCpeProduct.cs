using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.NonCpeSoftware;

/// <summary>A piece of software that no public list of products knows: vendor and name are free text.</summary>
public sealed class NonCpeProduct
{
    private readonly uint _platforms;
    private readonly Dictionary<string, Share> _installs;
    private readonly ulong _key;

    private NonCpeProduct(NonCpeProductFile file)
    {
        Vendor = file.Vendor;
        Name = file.Name;
        RegistryPath = file.Registry;
        Track = ProductReader.ReadTrack(file.Track);
        _platforms = ProductReader.PlatformBits(file.OperatingSystems);
        _installs = file.Installs.ToDictionary(role => role.Key, role => Share.OfPercent(role.Value), StringComparer.Ordinal);
        _key = StableHash.Of($"non-cpe {Vendor} {Name}");
    }

    /// <summary>All of them, ordered by vendor and name.</summary>
    public static IReadOnlyList<NonCpeProduct> All { get; } =
    [
        .. CatalogFiles.File("non-cpe-software.json", CatalogJson.Default.NonCpeProductFileArray)
            .Select(file => new NonCpeProduct(file))
            .OrderBy(product => product.Vendor, StringComparer.Ordinal)
            .ThenBy(product => product.Name, StringComparer.Ordinal),
    ];

    /// <summary>The vendor.</summary>
    public string Vendor { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Where the registry lists it; null where there is no registry.</summary>
    public string? RegistryPath { get; }

    /// <summary>Its releases.</summary>
    public Track Track { get; }

    /// <summary>The release on a device; null when the device does not have it.</summary>
    internal int? ReleaseOn(in Device device, ulong discipline, Moment moment)
    {
        var hash = StableHash.Mix(device.Key ^ _key);
        if ((_platforms & (1u << (int)device.Platform)) == 0 || !_installs.TryGetValue(device.Role.Name, out var share) || !share.Takes(hash))
            return null;

        var arrived = Moment.Later(device.Joined, Track.Start).Plus(StableHash.Below(StableHash.Mix(hash, 1), 200 * Moment.Day));
        return arrived > moment ? null : CurrentRelease.Of(Track, arrived, hash, discipline, moment).Release;
    }
}
