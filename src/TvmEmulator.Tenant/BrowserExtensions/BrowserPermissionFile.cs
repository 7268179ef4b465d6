namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>A permission of browser extensions as the catalog writes it.</summary>
internal sealed record BrowserPermissionFile(string Key, string Name, ExtensionRisk Risk, string Description);
