using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>An extension that people add to their browsers.</summary>
public sealed class BrowserExtension
{
    // People keep an extension for three weeks at least, and remove one in six within three years.
    private const int KeptFor = 21 * Moment.Day, RemovedWithin = 3 * 365 * Moment.Day;

    private readonly BrowserExtensionFile _file;
    private readonly Share _share;
    private readonly ulong _key;

    private BrowserExtension(BrowserExtensionFile file)
    {
        _file = file;
        _share = Share.OfPercent(file.Share);
        _key = StableHash.Of("extension " + file.Id);
        Track = ProductReader.ReadTrack(file.Track);
        Permissions =
        [
            .. file.Permissions.Select(key => new PermissionGrant(PermissionInfo.Of(key), IsRequired: true)),
            .. file.Optional.Select(key => new PermissionGrant(PermissionInfo.Of(key), IsRequired: false)),
        ];
        Risk = Permissions.Max(granted => granted.Permission.Risk);
    }

    /// <summary>All of them, ordered by name.</summary>
    public static IReadOnlyList<BrowserExtension> All { get; } =
    [
        .. CatalogFiles.File("browser-extensions.json", CatalogJson.Default.BrowserExtensionFileArray)
            .Select(file => new BrowserExtension(file))
            .OrderBy(extension => extension.Name, StringComparer.Ordinal),
    ];

    /// <summary>Its name.</summary>
    public string Name => _file.Name;

    /// <summary>Who offers it.</summary>
    public string Vendor => _file.Vendor;

    /// <summary>What it is for.</summary>
    public string Description => _file.Description;

    /// <summary>Its releases.</summary>
    public Track Track { get; }

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<PermissionGrant> Permissions { get; }

    /// <summary>The risk of its most dangerous permission.</summary>
    public ExtensionRisk Risk { get; }

    /// <summary>Its id in a browser.</summary>
    public string IdIn(Browser browser) => browser.IsGecko ? _file.GeckoId : _file.Id;

    /// <summary>The extension in a browser of a device; null when it is not there.</summary>
    /// <param name="device">The device.</param>
    /// <param name="browser">The browser.</param>
    /// <param name="browserSince">When the browser came to the device.</param>
    /// <param name="discipline">See <see cref="PatchLag.DisciplineOf"/>.</param>
    /// <param name="moment">The moment to look at.</param>
    internal BrowserExtensionRow? In(in Device device, Browser browser, Moment browserSince, ulong discipline, Moment moment)
    {
        // Who has an extension has it in every browser that it is made for, more often than not.
        var hash = StableHash.Mix(device.Key ^ _key);
        var here = StableHash.Mix(hash, browser.Key);
        if (!_share.Takes(hash) || (here & 3) == 0 || !_file.Browsers.Contains(browser.Name, StringComparer.Ordinal))
            return null;

        var installed = Moment.Later(browserSince, Track.Start).Plus(StableHash.Below(here >> 8, 400 * Moment.Day));
        var isRemoved = (here >> 4) % 6 == 0 && installed.Plus(KeptFor + StableHash.Below(StableHash.Mix(here, 1), RemovedWithin)) <= moment;
        if (installed > moment || isRemoved)
            return null;

        var release = CurrentRelease.Of(Track, installed, here, discipline, moment).Release;
        return new BrowserExtensionRow(browser, this, release, installed, IsActivated: StableHash.Mix(here, 2) % 10 != 0);
    }
}
