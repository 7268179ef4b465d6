namespace TvmEmulator.UnitTests.Findings;

/// <summary>The tenants and times that findings are compared with their slow twins on.</summary>
internal static class FindingFleets
{
    public static TheoryData<long, int, string> All => new()
    {
        { 1, 1, Samples.DefaultMark },
        { 2, 7, "2025-01-01/0200" },
        { -3, 40, "2035-10-01/0800" },
        { 1, 100, Samples.DefaultMark },
        { 2, 60, "2027-03-14/1400" },
    };
}
