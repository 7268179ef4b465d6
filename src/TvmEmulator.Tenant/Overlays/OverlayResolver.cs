using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Makes changes on top of a tenant's overlay: finds the devices, checks every text, and names all mistakes at once.</summary>
internal static class OverlayResolver
{
    /// <exception cref="OverlayException">Something is wrong with the changes.</exception>
    public static Overlay Read(Tenant tenant, OverlayChanges changes, SnapshotMark mark)
    {
        var (devices, installations, cves) = (changes.Devices ?? [], changes.Installations ?? [], changes.Cves ?? []);
        var problems = new OverlayProblems();
        CheckEntries(problems, devices.Count + installations.Count + cves.Count);

        var draft = new OverlayDraft(tenant.Overlay, tenant.Base.Fleet.Groups);
        var directory = new DeviceDirectory(tenant, mark, TextsOf(devices, installations));
        var deviceReader = new DeviceChangeReader(draft, directory, problems, mark);
        for (var i = 0; i < devices.Count; i++)
            deviceReader.Read($"devices[{i}]", devices[i]);

        var catalog = tenant.Base.Catalog;
        var installationReader = new InstallationChangeReader(draft, directory, problems, catalog, mark);
        for (var i = 0; i < installations.Count; i++)
            installationReader.Read($"installations[{i}]", installations[i]);

        var cveReader = new CveChangeReader(draft, problems, catalog);
        for (var i = 0; i < cves.Count; i++)
            cveReader.Read($"cves[{i}]", cves[i]);

        problems.ThrowIfAny();
        CheckEntries(problems, draft.Entries);
        return draft.ToOverlay();
    }

    private static void CheckEntries(OverlayProblems problems, int entries)
    {
        if (entries > OverlayLimits.MostEntries)
            problems.Add("overlay", $"{entries} entries in all, at most {OverlayLimits.MostEntries} are allowed");
        problems.ThrowIfAny();
    }

    private static HashSet<string> TextsOf(IReadOnlyList<DeviceChange> devices, IReadOnlyList<InstallationChange> installations) => devices
        .SelectMany(change => new[] { change?.Device, change?.NewName, change?.Id })
        .Concat(installations.Select(change => change?.Device))
        .OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
