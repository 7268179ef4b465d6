using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Findings;

/// <summary>How much the releases of a snapshot expose a device that has them; each is looked up when the first device has it. For use from many threads.</summary>
internal sealed class ReleaseRisks(Snapshot snapshot)
{
    // One more than the risk; 0 = not looked up yet.
    private readonly int[] _known = new int[snapshot.Releases.Count];

    /// <summary>The risk of an installation: 0 without a known CVE, 200 at most.</summary>
    public int Of(in Installation installation)
    {
        var number = snapshot.Releases.NumberOf(installation);
        if (snapshot.Releases.WeaknessesOf(number) == 0)
            return 0;

        // Racing threads find the same number.
        ref var known = ref _known[number];
        if (known == 0)
            known = 1 + snapshot.Cves.CvesOf(snapshot.Tenant.Catalog.Tracks[installation.Track], installation.Release).Max(RiskOf);
        return known - 1;
    }

    /// <summary>Its score times ten, and twice that once an exploit is public.</summary>
    public static int RiskOf(Cve cve) => cve.Exploitability == Exploitability.NoExploit ? cve.CvssTenths : 2 * cve.CvssTenths;
}
