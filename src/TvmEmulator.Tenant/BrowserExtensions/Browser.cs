using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>A browser whose extensions are listed.</summary>
/// <param name="Name">As rows name it.</param>
/// <param name="SoftwareId">Id of the software in the inventory.</param>
/// <param name="IsGecko">Whether it takes extensions in Firefox's format, whose ids are other ones.</param>
public sealed record Browser(string Name, string SoftwareId, bool IsGecko = false)
{
    /// <summary>All of them, in the order of rows.</summary>
    public static IReadOnlyList<Browser> All { get; } =
    [
        new("chrome", "google-_-chrome"),
        new("edge", "microsoft-_-edge"),
        new("firefox", "mozilla-_-firefox", IsGecko: true),
    ];

    internal ulong Key { get; } = StableHash.Of(Name);
}
