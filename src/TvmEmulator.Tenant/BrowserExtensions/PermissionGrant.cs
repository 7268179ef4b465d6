namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>A permission of one extension.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="IsRequired">Whether the extension does not work without it.</param>
public sealed record PermissionGrant(PermissionInfo Permission, bool IsRequired);
