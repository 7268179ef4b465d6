namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// The emulator's formula of exposure; the service's own is not published. A product's risk on a device is that of the worst CVE of its versions there
/// (<see cref="ReleaseRisks"/>), so lesser CVEs of a product do not count. A device's score is 100 r / (r + 900), where r is the sum of its products: from 0
/// without a CVE towards 100, which it never reaches. The score of the organization, or of a group, is the mean of its devices.
/// </summary>
internal static class ExposureFormula
{
    // Whole numbers decide, so that the score is the same on every machine.
    private const int UnitsPerPoint = 1_000_000;
    // A device with this much risk has a score of 50.
    private const int HalfwayRisk = 900;

    /// <summary>The exposure of a device, in millionths of a point.</summary>
    /// <param name="risk">The sum of the risks of its products.</param>
    public static int OfRisk(int risk) => (int)(100L * UnitsPerPoint * risk / (risk + HalfwayRisk));

    /// <summary>The mean of devices, in points.</summary>
    public static decimal MeanOf(ReadOnlySpan<int> exposures)
    {
        var sum = 0L;
        foreach (var exposure in exposures)
            sum += exposure;
        return exposures.IsEmpty ? 0 : (decimal)sum / exposures.Length / UnitsPerPoint;
    }
}
