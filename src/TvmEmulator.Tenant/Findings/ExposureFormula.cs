namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// The emulator's formula of exposure; the service's own is not published. A device adds up the risks of its products, each by its worst CVE, and the sum
/// is bent to a number between 0 and 100: every weakness more exposes it more, and every patch less. A group's score is the mean of its devices.
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
