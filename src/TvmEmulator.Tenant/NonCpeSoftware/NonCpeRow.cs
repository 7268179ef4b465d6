namespace TvmEmulator.Tenants.NonCpeSoftware;

/// <summary>Software without a CPE on a device.</summary>
/// <param name="Product">The software.</param>
/// <param name="Release">Number of the release.</param>
public readonly record struct NonCpeRow(NonCpeProduct Product, int Release)
{
    /// <summary>The version text.</summary>
    public string Version => Product.Track.VersionOf(Release);
}
