using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay does to one device.</summary>
internal sealed class DeviceOverlay(EditedDevice edited, RbacGroup? group, IReadOnlyList<SoftwareOverlay> software)
{
    private readonly Dictionary<Product, SoftwareOverlay> _software = software.ToDictionary(part => part.Product);

    /// <summary>Its id; null when it follows from the key.</summary>
    public string? Id { get; } = edited.AddedId;

    /// <summary>Its name; null when it is generated.</summary>
    public string? Name { get; } = edited.NewName ?? (edited.IsAdded ? edited.OriginalName : null);

    /// <summary>Whether snapshots leave it out.</summary>
    public bool IsRemoved { get; } = edited.IsRemoved;

    /// <summary>The device as it is under the overlay.</summary>
    public Device Apply(in Device generated) => generated with
    {
        Overlay = this,
        Group = group ?? generated.Group,
        Platform = edited.Platform ?? generated.Platform,
        PlatformText = edited.Platform?.Text() ?? generated.PlatformText,
        PlatformSince = edited.Platform is { } platform && platform != generated.Platform ? generated.Joined : generated.PlatformSince,
    };

    /// <summary>When the newest of what it adds came, up to a moment; null when it adds nothing.</summary>
    public Moment? NewestAt(Moment moment)
    {
        Moment? newest = null;
        foreach (var added in software.SelectMany(part => part.Added).Where(added => added.FirstSeen <= moment))
            newest = Moment.Later(newest ?? added.FirstSeen, added.FirstSeen);
        return newest;
    }

    /// <summary>Turns the generated installations of the device into those that it has, in row order.</summary>
    /// <param name="device">The device.</param>
    /// <param name="moment">The moment of a snapshot.</param>
    /// <param name="tracks">The lines of the catalog.</param>
    /// <param name="found">The generated installations, and room for <see cref="OverlayLimits.MostAddedPerDevice"/> more.</param>
    /// <param name="count">How many are generated.</param>
    /// <returns>How many there are.</returns>
    public int Apply(in Device device, Moment moment, IReadOnlyList<Track> tracks, Span<Installation> found, int count)
    {
        if (software.Count == 0)
            return count;

        var kept = 0;
        foreach (var installation in found[..count])
        {
            if (!Drops(tracks[installation.Track], installation.Release, moment))
                found[kept++] = installation;
        }

        count = kept;
        foreach (var part in software)
        {
            var usual = part.Product.VariantOf(device.Platform.Family(), StableHash.Mix(StableHash.Mix(device.Key ^ part.Product.Key), 6));
            foreach (var added in part.AddedAt(moment))
            {
                var (track, release) = added.Version.At(moment);
                found[count++] = new Installation(track.Index, release, added.Variant ?? usual, added.FirstSeen);
            }
        }

        if (count > kept)
            found[..count].Sort((a, b) => CompareRows(tracks[a.Track], a.Release, tracks[b.Track], b.Release));
        return count;
    }

    /// <summary>A device has one operating system: an added one goes before the generated one, also when that is another product.</summary>
    private bool Drops(Track track, int release, Moment moment) =>
        _software.GetValueOrDefault(track.Product)?.Drops(track, release, moment) is true
        || (track.Product.IsOperatingSystem && software.Any(part => part.Product.IsOperatingSystem && part.AddsAt(moment)));

    private static int CompareRows(Track a, int releaseOfA, Track b, int releaseOfB) =>
        a.Product != b.Product ? a.Product.Rank - b.Product.Rank : VersionOrder.Instance.Compare(a.VersionOf(releaseOfA), b.VersionOf(releaseOfB));
}
