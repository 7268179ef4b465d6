using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>What an overlay says about one device, all changes taken together.</summary>
/// <param name="Key">The key of the device (<see cref="Device.Key"/>), by which it is known at all marks at which it lives.</param>
/// <param name="OriginalName">The name before any change; for a device that was added, the name that it was added under.</param>
internal sealed record EditedDevice(ulong Key, string OriginalName)
{
    /// <summary>The id of a device that was added; null for a generated one.</summary>
    public string? AddedId { get; init; }

    /// <summary>Whether the generated tenant does not have it.</summary>
    public bool IsAdded => AddedId is not null;

    /// <summary>Whether it is taken away; then nothing else is said about it.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The name of its group; null when it stays where it is.</summary>
    public string? Group { get; init; }

    /// <summary>Its operating system; null when it keeps the generated one.</summary>
    public OsPlatform? Platform { get; init; }

    /// <summary>What it is called now; null when as before.</summary>
    public string? NewName { get; init; }

    /// <summary>What is said about its software, product by product.</summary>
    public IReadOnlyList<EditedSoftware> Software { get; init; } = [];

    /// <summary>Whether something is said about the device itself.</summary>
    public bool IsChanged => IsAdded || IsRemoved || Group is not null || Platform is not null || NewName is not null;

    /// <summary>How many entries of the overlay this is; none when it says nothing any more.</summary>
    public int Entries => (IsChanged ? 1 : 0) + Software.Sum(software => software.Entries);

    /// <summary>The same with another word about one product.</summary>
    public EditedDevice With(EditedSoftware software)
    {
        var others = Software.Where(other => other.Id != software.Id);
        return this with { Software = software.Entries == 0 ? [.. others] : [.. others, software] };
    }
}
