using System.Runtime.CompilerServices;

namespace TvmEmulator.Tenants.Hashing;

/// <summary>
/// The only source of chance in a tenant: a 64-bit mix that gives the same bits on every machine, process and release.
/// </summary>
internal static class StableHash
{
    /// <summary>The finalizer of SplitMix64: every input bit reaches every output bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A hash of two values; their order counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong a, ulong b) => Mix(Mix(a) ^ b);

    /// <summary>A hash of a text: FNV-1a over its UTF-16 units, mixed.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in text)
            hash = (hash ^ unit) * 0x100000001B3;
        return Mix(hash);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1 out of the low 32 bits of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(ulong hash, int bound) => (int)(((hash & 0xFFFFFFFF) * (ulong)(uint)bound) >> 32);
}
