using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Given;

namespace TvmEmulator.Tenants.Devices;

/// <summary>What the service says about the version of a device's operating system.</summary>
/// <param name="Version">The feature update or line, such as <c>24H2</c>, <c>14</c> or <c>22.04</c>; null when the version text belongs to no line.</param>
/// <param name="Build">The build number, such as 26100; Windows alone has one.</param>
public sealed record OsRelease(string? Version, long? Build)
{
    /// <summary>The version that a release of an operating system is; null for other products.</summary>
    public static OsRelease? Of(Track track, int release)
    {
        if (!track.Product.IsOperatingSystem)
            return null;

        var version = track.VersionOf(release);
        if (track.Product.IsGiven)
            return GivenOsRelease.Of(track.Product, version);

        // A version that an overlay adds is a line of its own, but belongs to the one whose versions begin in the same way.
        var line = track.IsOverlaid ? track.Product.Tracks.FirstOrDefault(line => IsOn(line, version)) : track;
        return new OsRelease(line?.Name, BuildOf(version));
    }

    private static bool IsOn(Track line, string version)
    {
        var build = BuildOf(version);
        return build is null ? $"{version}.".StartsWith($"{line.Name}.", StringComparison.Ordinal) : build == BuildOf(line.VersionOf(0));
    }

    /// <summary>The third of the four numbers of a version of Windows.</summary>
    private static long? BuildOf(string version) =>
        version.Split('.') is ["10", "0", var build, ..] && long.TryParse(build, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
