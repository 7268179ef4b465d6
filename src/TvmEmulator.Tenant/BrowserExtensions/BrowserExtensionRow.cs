using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>An extension in a browser of a device.</summary>
/// <param name="Browser">The browser.</param>
/// <param name="Extension">The extension.</param>
/// <param name="Release">Number of the extension's release.</param>
/// <param name="Installed">When it was added; not before the browser itself.</param>
/// <param name="IsActivated">Whether it is turned on.</param>
public readonly record struct BrowserExtensionRow(Browser Browser, BrowserExtension Extension, int Release, Moment Installed, bool IsActivated)
{
    /// <summary>The version text.</summary>
    public string Version => Extension.Track.VersionOf(Release);
}
