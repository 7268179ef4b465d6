namespace TvmEmulator.Tenants.Overlays;

/// <summary>A device that is changed or removed; one that the tenant does not have is added.</summary>
/// <param name="Device">Its id (40 hexadecimal digits) or its name, in any letter case.</param>
/// <param name="Remove">
/// Takes the device away, with all that was said about it; nothing else is looked at then. A later change without it brings a generated device back.
/// </param>
/// <param name="Group">The RBAC group that it is in, in any letter case; an unknown name makes a new group.</param>
/// <param name="OsPlatform">Its operating system; needed for a device that is added.</param>
/// <param name="NewName">What it is called from now on.</param>
/// <param name="Id">The id of a device that is added; by default it follows from the name.</param>
public sealed record DeviceChange(
    string Device,
    bool Remove = false,
    string? Group = null,
    string? OsPlatform = null,
    string? NewName = null,
    string? Id = null);
