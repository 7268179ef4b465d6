using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Makes changes of devices in a draft.</summary>
internal sealed class DeviceChangeReader(OverlayDraft draft, DeviceDirectory directory, OverlayProblems problems, SnapshotMark mark)
{
    /// <summary>Makes a change, or notes what is wrong with it.</summary>
    /// <param name="place">Where it stands, for the notes.</param>
    /// <param name="change">The change; lists that were read may hold nulls.</param>
    public void Read(string place, DeviceChange? change)
    {
        if (change is null)
        {
            problems.Add(place, "a change is needed");
            return;
        }

        if (!problems.Check($"{place}.device", change.Device))
            return;

        var known = directory.Find(change.Device);
        if (change.Remove)
            Remove(place, change, known);
        else if (ReadPlatform(place, change, out var platform) & CheckTexts(place, change, known))
        {
            if (known is null)
                Add(place, change, platform);
            else
                Change(place, change, known, platform);
        }
    }

    private void Remove(string place, DeviceChange change, KnownDevice? known)
    {
        if (known is null)
        {
            problems.Add($"{place}.device", $"no device '{change.Device}' in snapshot {mark}");
            return;
        }

        var edited = EditedOf(known);
        directory.Remove(known);
        draft.Drop(known.Key);
        if (edited.IsAdded)
            return;

        draft.Set(new EditedDevice(known.Key, edited.OriginalName) { IsRemoved = true });
        directory.Add(known with { Name = edited.OriginalName });
    }

    private void Add(string place, DeviceChange change, OsPlatform? platform)
    {
        if (platform is null)
        {
            problems.Add(
                $"{place}.osPlatform",
                $"no device '{change.Device}' in snapshot {mark}; to add it, an operating system is needed: {OsPlatformNames.AllTexts}");
            return;
        }

        var isNamedById = IsId(change.Device);
        var name = !isNamedById ? change.Device : $"device-{change.Device[..8].ToLowerInvariant()}";
        var key = StableHash.Mix(StableHash.Of("added device"), StableHash.Of(change.Device.ToLowerInvariant()));
        while (draft.Find(key) is not null)
            key = StableHash.Mix(key);

        var id = (change.Id ?? (isNamedById ? change.Device : DeviceNames.IdOf(key))).ToLowerInvariant();
        draft.Set(new EditedDevice(key, name)
        {
            AddedId = id,
            Platform = platform,
            NewName = change.NewName,
            Group = change.Group is null ? null : draft.GroupNamed(change.Group),
        });
        directory.Add(new KnownDevice(key, id, change.NewName ?? name, Role: null, FleetOverlay.AddedJoined));
    }

    private void Change(string place, DeviceChange change, KnownDevice known, OsPlatform? platform)
    {
        if (platform is { } wanted && known.Role is { } role && !role.Platforms.Contains(wanted))
        {
            var allowed = string.Join(", ", role.Platforms.Select(fit => fit.Text()));
            problems.Add($"{place}.osPlatform", $"'{wanted.Text()}' does not fit a {role.Name}, allowed are {allowed}");
            return;
        }

        var edited = EditedOf(known);
        draft.Set(edited with
        {
            IsRemoved = false,
            Platform = platform ?? edited.Platform,
            NewName = change.NewName ?? edited.NewName,
            Group = change.Group is null ? edited.Group : draft.GroupNamed(change.Group),
        });
        if (change.NewName is null)
            return;

        directory.Remove(known);
        directory.Add(known with { Name = change.NewName });
    }

    private EditedDevice EditedOf(KnownDevice known) => draft.Find(known.Key) ?? new EditedDevice(known.Key, known.Name);

    private bool ReadPlatform(string place, DeviceChange change, out OsPlatform? platform)
    {
        platform = change.OsPlatform is null ? null : OsPlatformNames.Find(change.OsPlatform);
        if (platform is not null || change.OsPlatform is null)
            return true;
        if (problems.CheckOptional($"{place}.osPlatform", change.OsPlatform))
            problems.Add($"{place}.osPlatform", $"'{change.OsPlatform}' is not known, allowed are {OsPlatformNames.AllTexts}");
        return false;
    }

    private bool CheckTexts(string place, DeviceChange change, KnownDevice? known)
    {
        var before = problems.Count;
        if (change.Group is not null)
            problems.Check($"{place}.group", change.Group);
        if (change.NewName is not null && problems.Check($"{place}.newName", change.NewName) && directory.Find(change.NewName) is { } named && named.Key != known?.Key)
            problems.Add($"{place}.newName", $"another device is '{change.NewName}'");
        if (change.Id is not null)
            CheckId($"{place}.id", change.Id, known);
        return problems.Count == before;
    }

    private void CheckId(string place, string id, KnownDevice? known)
    {
        if (!problems.CheckOptional(place, id))
            return;

        if (!IsId(id))
            problems.Add(place, $"'{id}' is no id, it needs 40 hexadecimal digits");
        else if (known is not null && !known.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            problems.Add(place, $"the device has the id '{known.Id}', only a device that is added can be given one");
        else if (directory.Find(id) is { } other && other.Key != known?.Key)
            problems.Add(place, $"another device has the id '{id}'");
    }

    private static bool IsId(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigit);
}
