using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay says about one product on one device, all changes taken together.</summary>
/// <param name="Id">The software id.</param>
internal sealed record EditedSoftware(string Id)
{
    /// <summary>Whether all generated versions are taken away.</summary>
    public bool RemovesAll { get; init; }

    /// <summary>The generated versions that are taken away.</summary>
    public IReadOnlyList<string> RemovedVersions { get; init; } = [];

    /// <summary>The versions that are added. When they do not live side by side, each stands until the next one comes.</summary>
    public IReadOnlyList<AddedVersion> Added { get; init; } = [];

    /// <summary>How many entries of the overlay this is; none when it says nothing any more.</summary>
    public int Entries => (RemovesAll ? 1 : 0) + RemovedVersions.Count + Added.Count;

    /// <summary>The same with a version added.</summary>
    /// <param name="version">The version.</param>
    /// <param name="besideOthers">Whether other added versions stay: side by side, or before and after it. One of the same time goes.</param>
    /// <param name="sideBySide">Whether versions of the product live side by side.</param>
    public EditedSoftware WithAdded(AddedVersion version, bool besideOthers, bool sideBySide) => this with
    {
        RemovedVersions = [.. RemovedVersions.Where(other => other != version.Version)],
        Added = besideOthers ? [.. Added.Where(other => other.Version != version.Version && (sideBySide || other.FirstSeen != version.FirstSeen)), version] : [version],
    };

    /// <summary>The same without a version, or without any. There is nothing to take away of a product that only the overlay knows.</summary>
    public EditedSoftware WithRemoved(string? version, bool isGenerated) => version is null
        ? new EditedSoftware(Id) { RemovesAll = isGenerated }
        : this with
        {
            RemovedVersions = isGenerated && !RemovesAll ? [.. RemovedVersions.Where(other => other != version), version] : RemovedVersions,
            Added = [.. Added.Where(other => other.Version != version)],
        };
}

/// <summary>A version that an overlay adds to a device.</summary>
/// <param name="Version">Its text.</param>
/// <param name="FirstSeen">Since when it is there.</param>
/// <param name="Disk">Its disk paths; null, as well as <paramref name="Registry"/>, when it looks as usual.</param>
/// <param name="Registry">Its registry paths.</param>
internal sealed record AddedVersion(string Version, Moment FirstSeen, IReadOnlyList<string>? Disk, IReadOnlyList<string>? Registry)
{
    /// <summary>Whether it does not look as usual.</summary>
    public bool HasPaths => Disk is not null || Registry is not null;
}
