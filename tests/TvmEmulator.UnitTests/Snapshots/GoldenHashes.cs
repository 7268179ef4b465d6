namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>
/// What seed 1 gives at the default mark. These change when the catalog's data or a rule of the tenant changes, which users notice: say so in the
/// change log under "generated data changed" and pin the new values, which the failing tests print.
/// </summary>
internal static class GoldenHashes
{
    /// <summary>SHA-256 of all page rows (2021) and all file lines (PascalCase) of 50 devices.</summary>
    public const string RowsOfFiftyDevices = "94e468d5561e5bf06a16c15a641949d9e597e392fff77ee4d1773919ed1aa431";

    /// <summary>The same of the software vulnerabilities.</summary>
    public const string VulnerabilitiesOfFiftyDevices = "5332d61690f1dd7f9e4f431e122985bb5ef8111e84cfb1c1f1040cc68dab31b5";

    /// <summary>The dataset hash of 1,000 devices.</summary>
    public const string DatasetOfThousandDevices = "8a6aae978c1a7983d4a0b8beadbcd03e3a01ddd2454e068f2366c6010ba52417";
}
