using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>Products that exclude each other share a choice, and each is for other percents of it.</summary>
/// <param name="Key">Hash of the choice's name.</param>
/// <param name="From">The first percent, 0 to 99.</param>
/// <param name="To">The percent after the last one.</param>
internal sealed record DeviceChoice(ulong Key, int From, int To)
{
    /// <summary>Whether a device is among them.</summary>
    public bool Takes(ulong device)
    {
        var percent = StableHash.Below(StableHash.Mix(device ^ Key), 100);
        return percent >= From && percent < To;
    }
}
