using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Makes changes of installations in a draft.</summary>
internal sealed class InstallationChangeReader(OverlayDraft draft, DeviceDirectory directory, OverlayProblems problems, ProductCatalog catalog, SnapshotMark mark)
{
    // No account name and no name of a line is longer, so this is what a placeholder comes to at most, unless the version is longer.
    private const int LongestFilling = 40;

    private readonly ReleaseFinder _releases = new();

    /// <summary>Makes a change, or notes what is wrong with it.</summary>
    /// <param name="place">Where it stands, for the notes.</param>
    /// <param name="change">The change; lists that were read may hold nulls.</param>
    public void Read(string place, InstallationChange? change)
    {
        if (change is null)
        {
            problems.Add(place, "a change is needed");
            return;
        }

        var device = FindDevice($"{place}.device", change.Device);
        var software = SoftwareId.Read($"{place}.software", change.Software, problems);
        var isVersion = problems.CheckOptional($"{place}.version", change.Version);
        if (device is null || software is null || !isVersion)
            return;

        var product = catalog.Find(software);
        software = product?.Id ?? software;
        var edited = draft.Find(device.Key) ?? new EditedDevice(device.Key, device.Name);
        var known = edited.Software.FirstOrDefault(other => other.Id == software);
        if (!change.Remove)
            Add(place, change, device, product, edited, known ?? new EditedSoftware(software));
        else if (product is null && known is null)
            problems.Add($"{place}.software", $"device '{change.Device}' does not have '{software}', and the catalog does not know it");
        else
            draft.Set(edited.With((known ?? new EditedSoftware(software)).WithRemoved(change.Version, isGenerated: product is not null)));
    }

    private KnownDevice? FindDevice(string place, string? text)
    {
        if (!problems.Check(place, text))
            return null;

        var device = directory.Find(text!);
        if (device is null)
            problems.Add(place, $"no device '{text}' in snapshot {mark}");
        else if (draft.Find(device.Key) is { IsRemoved: true })
            problems.Add(place, $"device '{text}' is removed by the overlay");
        else
            return device;

        return null;
    }

    private void Add(string place, InstallationChange change, KnownDevice device, Product? product, EditedDevice edited, EditedSoftware software)
    {
        if (change.Version is not { } version)
        {
            problems.Add($"{place}.version", "a version is needed, only a removal can be of all versions");
            return;
        }

        var released = product is null ? null : _releases.Find(product, version)?.Date;
        var earliest = released is { } date && date <= mark.At ? Moment.Later(device.Joined, date) : device.Joined;
        var firstSeen = change.FirstSeen is { } given ? Moment.Of(given) : earliest;
        if (firstSeen < earliest)
        {
            var release = released is null ? "" : $", version '{version}' came out on {released}";
            problems.Add($"{place}.firstSeen", $"{firstSeen} is too early: device '{device.Name}' joined on {device.Joined}{release}");
        }

        if (!(CheckPaths(place, change, version) && firstSeen >= earliest))
            return;

        // What is said without a time holds for all times.
        var sideBySide = product?.SideBySide ?? false;
        var added = new AddedVersion(version, firstSeen, change.DiskPaths, change.RegistryPaths);
        edited = edited.With(software.WithAdded(added, besideOthers: sideBySide || change.FirstSeen is not null, sideBySide));
        if (edited.Software.Sum(other => other.Added.Count) > OverlayLimits.MostAddedPerDevice)
            problems.Add(place, $"device '{device.Name}' has {OverlayLimits.MostAddedPerDevice} added installations already, more are not allowed");
        else
            draft.Set(edited);
    }

    private bool CheckPaths(string place, InstallationChange change, string version)
    {
        var before = problems.Count;
        foreach (var (name, paths) in new[] { ("diskPaths", change.DiskPaths ?? []), ("registryPaths", change.RegistryPaths ?? []) })
        {
            if (paths.Count > OverlayLimits.MostPaths)
                problems.Add($"{place}.{name}", $"has {paths.Count} paths, at most {OverlayLimits.MostPaths} are allowed");
            for (var i = 0; i < paths.Count && i < OverlayLimits.MostPaths; i++)
                problems.Check($"{place}.{name}[{i}]", paths[i]);
        }

        if (problems.Count > before)
            return false;

        var longest = Math.Max(LongestFilling, version.Length);
        var characters = (change.DiskPaths ?? []).Concat(change.RegistryPaths ?? []).Sum(path => path.Length + path.Count(letter => letter == '{') * longest);
        if (characters > OverlayLimits.MostPathCharacters)
            problems.Add(place, $"has paths of {characters} characters with their placeholders filled in, at most {OverlayLimits.MostPathCharacters} are allowed");
        return problems.Count == before;
    }
}
