using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.GatheredInformation;

/// <summary>What the sensor of a device says about its antivirus; it agrees with the inventory and with the secure configurations.</summary>
public static class GatheredFactsRules
{
    private static readonly Moment FirstSignatures = Moment.OfDate("2020-01-01");

    private static readonly SecureConfiguration RealTime = SecureConfiguration.OfId("scid-2001");
    private static readonly SecureConfiguration Cloud = SecureConfiguration.OfId("scid-2002");
    private static readonly SecureConfiguration RealTimeOnMacs = SecureConfiguration.OfId("scid-5006");
    private static readonly SecureConfiguration RealTimeOnLinux = SecureConfiguration.OfId("scid-6021");

    /// <summary>The facts of a device.</summary>
    public static GatheredFacts Of(Snapshot snapshot, in Device device)
    {
        var hash = StableHash.Mix(device.Key, 63);
        var seen = snapshot.LastSeenOf(device);
        var platform = PlatformVersionOf(snapshot, device);
        var discipline = PatchLag.DisciplineOf(device);
        switch (device.Platform.Family())
        {
            case PlatformFamily.Windows:
                var isActive = RealTime.On(device, discipline, snapshot.Mark.At).IsApplicable;
                var hasCloud = Cloud.On(device, discipline, snapshot.Mark.At).IsCompliant;
                return new GatheredFacts(isActive ? "Active" : "Passive", EngineAt(seen), SignaturesAt(seen, hash), platform, State(hasCloud), null, null);
            case PlatformFamily.Linux:
                return new GatheredFacts(null, null, SignaturesAt(seen, hash), platform, null, State(hash % 8 != 0), IsLoaded(RealTimeOnLinux.On(device, discipline, snapshot.Mark.At), hash));
            default:
                return new GatheredFacts(null, null, SignaturesAt(seen, hash), platform, State(hash % 10 != 0), null, IsLoaded(RealTimeOnMacs.On(device, discipline, snapshot.Mark.At), hash));
        }
    }

    /// <summary>Where real-time protection is off, the engine still runs for scans on most devices.</summary>
    private static bool IsLoaded(SecureConfigurationRow realTime, ulong hash) => realTime.IsCompliant || hash % 4 != 0;

    private static string State(bool isEnabled) => isEnabled ? "Enabled" : "Disabled";

    /// <summary>A new engine comes every month.</summary>
    private static string EngineAt(Moment seen) => string.Create(CultureInfo.InvariantCulture, $"1.1.{seen.Utc.AddDays(-10):yyMM}0.{1 + seen.Utc.Month}");

    /// <summary>New signatures come every two hours, and are on the device within two days.</summary>
    private static string SignaturesAt(Moment seen, ulong hash)
    {
        var issue = (seen.Seconds - FirstSignatures.Seconds - StableHash.Below(hash >> 8, 2 * Moment.Day)) / 7200;
        return string.Create(CultureInfo.InvariantCulture, $"1.{311 + issue / 400}.{issue % 400}.0");
    }

    private static string? PlatformVersionOf(Snapshot snapshot, in Device device)
    {
        var product = snapshot.Tenant.Catalog.Find(device.Platform.Family() switch
        {
            PlatformFamily.Windows => "microsoft-_-defender_antimalware_platform",
            PlatformFamily.MacOS => "microsoft-_-defender_for_endpoint_for_mac",
            _ => "microsoft-_-defender_for_endpoint_for_linux",
        });
        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        foreach (ref readonly var installation in found[..snapshot.InstallationsOf(device, found)])
        {
            var track = snapshot.Tenant.Catalog.Tracks[installation.Track];
            if (track.Product == product)
                return track.VersionOf(installation.Release);
        }

        return null;
    }
}
