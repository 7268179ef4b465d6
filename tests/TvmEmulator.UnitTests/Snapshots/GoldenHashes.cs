namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>
/// What seed 1 gives at the default mark. These change when the catalog's data or a rule of the tenant changes, which users notice: say so in the
/// change log under "generated data changed" and pin the new values, which the failing tests print.
/// </summary>
internal static class GoldenHashes
{
    /// <summary>SHA-256 of all page rows (2021) and all file lines (PascalCase) of 50 devices.</summary>
    public const string RowsOfFiftyDevices = "d4a605bad03daa0e64ac37f385d7c229bae8a2435b0a8c97201783f5ad94c22f";

    /// <summary>The dataset hash of 1,000 devices.</summary>
    public const string DatasetOfThousandDevices = "16e9edf0d2989ca0d355a5e31549d71ff2c27b76a8d659bbcc26ebd6891782b4";
}
