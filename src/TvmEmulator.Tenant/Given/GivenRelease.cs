using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>
/// A version of a product together with all that rows say about it. Where rows of one version differ, because the files know other CVEs of it on
/// some devices, there is one release for each.
/// </summary>
/// <param name="Version">Its text.</param>
/// <param name="Support">What is said about the end of its support.</param>
/// <param name="Findings">The CVEs that affect it, ordered by id.</param>
/// <param name="WithoutCve">What is said when no CVE affects it; null when nothing is.</param>
/// <param name="Unnamed">How many more affect it whose ids no file names.</param>
internal sealed record GivenRelease(string Version, SupportState Support, GivenFinding[] Findings, GivenFinding? WithoutCve, int Unnamed)
{
    /// <summary>Place of a CVE among the findings; negative when no row names it.</summary>
    public int PlaceOf(string cve)
    {
        int low = 0, high = Findings.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Findings[middle].Cve, cve);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
