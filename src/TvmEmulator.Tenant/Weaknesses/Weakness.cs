using System.Globalization;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>A CVE as it concerns one line of releases.</summary>
/// <param name="Key">Seed of everything that chance decides about it.</param>
/// <param name="Introduced">The first affected release.</param>
/// <param name="FixedBy">The first release that is not affected any more; <see cref="int.MaxValue"/> when none will be.</param>
/// <param name="Published">When it became known.</param>
/// <param name="ListedId">Its id, when the catalog or an overlay lists it.</param>
internal readonly record struct Weakness(ulong Key, int Introduced, int FixedBy, Moment Published, string? ListedId = null)
{
    /// <summary>The CVE id; made-up ones have seven digits, which real ones do not reach.</summary>
    public string CveId => ListedId ?? string.Create(CultureInfo.InvariantCulture, $"CVE-{Published.Utc.Year}-{1_000_000 + StableHash.Below(Key, 9_000_000)}");

    /// <summary>Whether a release is affected, as far as is known at a moment.</summary>
    public bool Affects(int release, Moment moment) => Published <= moment && release >= Introduced && release < FixedBy;
}
