namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>
/// What seed 1 gives at the default mark. These change when the catalog's data or a rule of the tenant changes, which users notice: say so in the
/// change log under "generated data changed" and pin the new values, which the failing tests print.
/// </summary>
internal static class GoldenHashes
{
    /// <summary>SHA-256 of all page rows (2021) and all file lines (PascalCase) of 50 devices.</summary>
    public const string RowsOfFiftyDevices = "95213b1d39eb4180cca99fcab1d18db95e3da955080835bf88b1c3f986683a2a";

    /// <summary>The same of the software vulnerabilities.</summary>
    public const string VulnerabilitiesOfFiftyDevices = "21d457b6d11e9254014f4d816ea81f173e98ddb73de35e24f1492dedfbd279f7";

    /// <summary>The dataset hash of 1,000 devices.</summary>
    public const string DatasetOfThousandDevices = "b040facbe52dc39a58988e25a28452d548478a570aadba816959ffb8cd0f0584";
}
