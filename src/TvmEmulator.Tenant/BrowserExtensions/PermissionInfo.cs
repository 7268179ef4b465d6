using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>A permission that browser extensions ask for.</summary>
/// <param name="Key">As it stands in an extension's manifest.</param>
/// <param name="Name">What it allows, in a few words.</param>
/// <param name="Risk">What an extension could do with it.</param>
/// <param name="Description">What it allows, in a sentence.</param>
public sealed record PermissionInfo(string Key, string Name, ExtensionRisk Risk, string Description)
{
    /// <summary>All of them, in the order of the catalog.</summary>
    public static IReadOnlyList<PermissionInfo> All { get; } =
    [
        .. CatalogFiles.File("browser-permissions.json", CatalogJson.Default.BrowserPermissionFileArray)
            .Select(file => new PermissionInfo(file.Key, file.Name, file.Risk, file.Description)),
    ];

    /// <summary>The permission of a manifest's key.</summary>
    internal static PermissionInfo Of(string key) =>
        All.FirstOrDefault(permission => permission.Key == key) ?? throw new InvalidDataException($"The catalog has no browser permission '{key}'.");
}
