namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>
/// What seed 1 gives at the default mark. These change when the catalog's data or a rule of the tenant changes, which users notice: say so in the
/// change log under "generated data changed" and pin the new values, which the failing tests print.
/// </summary>
internal static class GoldenHashes
{
    /// <summary>SHA-256 of all page rows (2021) and all file lines (PascalCase) of 50 devices.</summary>
    public const string RowsOfFiftyDevices = "7f05a1cea1b1505e799d3d39510409d62f6f80a2a72f46d358a2aaabaad162bf";

    /// <summary>The dataset hash of 1,000 devices.</summary>
    public const string DatasetOfThousandDevices = "1f18fcc627af2f90ca8b051d4584c6cc4ab5a907caa8a8f3efea48cc0cbf5fb3";
}
