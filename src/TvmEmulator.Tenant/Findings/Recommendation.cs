using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.Tenants.Findings;

/// <summary>Something that some devices should do: get rid of the weaknesses of a product, or meet a configuration.</summary>
public sealed record Recommendation
{
    /// <summary>The service's id: <c>va-_-microsoft-_-edge</c>, <c>sca-_-scid-2001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The product; null when it is about a configuration.</summary>
    public Product? Product { get; init; }

    /// <summary>The configuration; null when it is about a product.</summary>
    public SecureConfiguration? Configuration { get; init; }

    /// <summary>What is to be done, in one line.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be done.</summary>
    public required RemediationType RemediationType { get; init; }

    /// <summary>The version to go to; null when there is none.</summary>
    public string? RecommendedVersion { get; init; }

    /// <summary>How many CVEs it does away with; a configuration counts as one weakness.</summary>
    public required int Weaknesses { get; init; }

    /// <summary>How many devices have the product, or what is configured.</summary>
    public required int TotalMachines { get; init; }

    /// <summary>How many of them should do it.</summary>
    public required int ExposedMachines { get; init; }

    /// <summary>How many of these are of high value.</summary>
    public required int ExposedCriticalDevices { get; init; }

    /// <summary>Whether one of the CVEs has a public exploit.</summary>
    public bool PublicExploit { get; init; }

    /// <summary>Whether an alert about the product is open.</summary>
    public bool ActiveAlert { get; init; }

    /// <summary>Whether one of the CVEs has no update yet.</summary>
    public bool HasUnpatchableCve { get; init; }

    /// <summary>How much the product weighs in the exposure of the organization; its software says the same.</summary>
    public decimal ExposureImpact { get; init; }

    /// <summary>By how much the configuration score would rise.</summary>
    public decimal ConfigurationImpact { get; init; }

    /// <summary>Whether it is about the operating system itself.</summary>
    public bool IsForOperatingSystem => Product is { IsOperatingSystem: true };

    /// <summary>Whether it is about software that talks to strangers.</summary>
    public bool IsInternetFacing => Product is { Category: "Browser" };

    /// <summary>How many devices can do it without their people noticing; known of configurations alone.</summary>
    public int UndisturbedMachines => Configuration is { HasUserImpact: false } ? ExposedMachines : 0;

    /// <summary>The threats that the open alert is about, by GUID.</summary>
    public IReadOnlyList<string> AssociatedThreats => ActiveAlert ? [StableGuid.Of(StableHash.Of("threat " + Id)).ToString()] : [];

    internal static string IdOf(Product product) => $"va-_-{product.Id}";

    internal static string IdOf(SecureConfiguration configuration) => $"sca-_-{configuration.Id}";

    /// <summary>The line of a product: <c>Update Microsoft Edge to version 138.0.3351.55</c>, <c>Uninstall Silverlight</c>.</summary>
    internal static string NameOf(Product product, Remedy remedy)
    {
        var title = product.Vendor == "microsoft" ? $"Microsoft {product.Title}" : product.Title;
        return string.IsNullOrEmpty(remedy.Version) ? $"{remedy.Type} {title}" : $"{remedy.Type} {title} to version {remedy.Version}";
    }
}
