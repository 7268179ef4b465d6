using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Installations;

/// <summary>
/// How long after a release a device installs it. The tail is heavy: most within two weeks, some within months, a few never. One lag
/// holds for a device and a product, so the fleet trails a product's timeline at many distances at once.
/// </summary>
internal static class PatchLag
{
    /// <summary>The device keeps the version that it got at first.</summary>
    public const int Never = int.MaxValue;

    // Quantiles in hours, for a device of ordinary discipline.
    private static readonly int[] Hours =
    [
        6, 12, 20, 26, 32, 40, 48, 56, 64, 72, 80, 90, 100, 110, 120, 130,
        140, 150, 160, 168, 176, 184, 192, 200, 210, 220, 230, 240, 250, 260, 270, 280,
        290, 300, 310, 320, 330, 336, 350, 370, 390, 420, 450, 480, 520, 560, 620, 700,
        800, 900, 1000, 1150, 1300, 1500, 1750, 2000, 2400, 2900, 3500, 4300, 5500, 7000, 9000, Never,
    ];

    /// <summary>How well a device is looked after: five equal classes, remainder 0 the best and 1 the worst.</summary>
    public static ulong DisciplineOf(in Device device) => StableHash.Mix(device.Key, 7);

    /// <summary>The lag in seconds, time of day included, or <see cref="Never"/>.</summary>
    /// <param name="hash">Hash of device and product.</param>
    /// <param name="discipline">Hash of the device alone: a fifth of the devices patch at half the usual lag, a fifth at three times.</param>
    public static int Seconds(ulong hash, ulong discipline)
    {
        var hours = Hours[hash >> 58];
        if (hours == Never)
            return Never;

        var seconds = hours * 3600 + StableHash.Below(hash, 3600);
        return (discipline % 5) switch
        {
            0 => seconds / 2,
            1 => seconds * 3,
            _ => seconds,
        };
    }
}
