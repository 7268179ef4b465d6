namespace TvmEmulator.Tenants.Hashing;

/// <summary>A probability as an integer threshold on 24 bits of a hash: no floating point decides what a device has.</summary>
/// <param name="Threshold">0 (never) to 2^24 (always).</param>
internal readonly record struct Share(uint Threshold)
{
    private const uint Whole = 1 << 24;

    public static Share Always { get; } = new(Whole);

    public bool IsAlways => Threshold >= Whole;

    public static Share OfPercent(decimal percent) => new((uint)(percent * Whole / 100));

    /// <summary>Whether the low 24 bits of <paramref name="hash"/> fall under the share.</summary>
    public bool Takes(ulong hash) => (hash & (Whole - 1)) < Threshold;
}
