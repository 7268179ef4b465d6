using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>What a row of the vulnerabilities recommends.</summary>
/// <param name="Name">What the update is called.</param>
/// <param name="Id">Its number, such as that of a KB article.</param>
/// <param name="Url">Where it is.</param>
/// <param name="IsAvailable">Whether there is one; it need not be named.</param>
public sealed record RecommendedUpdate(string? Name, string? Id, string? Url, bool IsAvailable)
{
    /// <summary>There is none.</summary>
    public static RecommendedUpdate None { get; } = new(null, null, null, IsAvailable: false);

    /// <summary>There is one without a name; all documented examples say so of software without a CVE.</summary>
    private static RecommendedUpdate Unnamed { get; } = None with { IsAvailable = true };

    /// <summary>Whether it has a name or a number.</summary>
    public bool IsNamed => (Name ?? Id) is not null;

    /// <summary>What is said of a line's software without a CVE.</summary>
    public static RecommendedUpdate WithoutCve(Track track) => track.Given?.WithoutCve?.Update ?? Unnamed;

    /// <summary>A release that fixes CVEs.</summary>
    public static RecommendedUpdate Of(SecurityUpdate update) => new(update.Name, update.Id, update.Url, IsAvailable: true);
}
