using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.BrowserExtensions;
using TvmEmulator.Tenants.Certificates;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hardware;
using TvmEmulator.Tenants.NonCpeSoftware;
using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>The JSON files of <c>fixtures/catalog</c>, which are embedded in this assembly.</summary>
internal static class CatalogFiles
{
    private const string Prefix = "catalog/";

    /// <summary>Every product file, in the order of their names.</summary>
    public static IEnumerable<ProductFile> Products() =>
        Names().Where(name => name.StartsWith(Prefix + "products/", StringComparison.Ordinal)).SelectMany(name => Read(name, CatalogJson.Default.ProductFileArray));

    /// <summary>SHA-256 of all files.</summary>
    public static byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names())
        {
            using var stream = Open(name);
            hash.AppendData(SHA256.HashData(stream));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The roles of devices, in the order of the file.</summary>
    public static RoleFile[] Roles() => Read(Prefix + "roles.json", CatalogJson.Default.RoleFileArray);

    /// <summary>One of the files, by its name within the catalog.</summary>
    public static T File<T>(string name, JsonTypeInfo<T> type) => Read(Prefix + name, type);

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The catalog has no file '{name}'.");

    private static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = Open(name);
        try
        {
            return JsonSerializer.Deserialize(stream, type)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{name}: {wrong.Message}", wrong);
        }
    }
}

/// <summary>A product as the catalog writes it. Optional members are settable, because generated readers would null an initializer of an init-only one.</summary>
internal sealed record ProductFile
{
    public required string Vendor { get; init; }
    public required string Name { get; init; }
    public required string Category { get; init; }
    public Dictionary<string, decimal> Installs { get; set; } = [];
    public string[] OperatingSystems { get; set; } = [];
    public bool IsOperatingSystem { get; set; }
    public ChoiceFile? OnlyFor { get; set; }
    public bool SideBySide { get; set; }
    public string? EndOfSupport { get; set; }
    public decimal CvesPerRelease { get; set; }
    public required Dictionary<string, EvidenceVariant[]> Evidence { get; init; }
    public required TrackFile[] Tracks { get; init; }
    public CveFile[] Cves { get; set; } = [];
}

/// <summary>A line of releases as the catalog writes it; a release is <c>date version</c>.</summary>
internal sealed record TrackFile
{
    public required string Name { get; init; }
    public required decimal Share { get; init; }
    public string? EndOfSupport { get; set; }
    public string[] OperatingSystems { get; set; } = [];
    public required string[] Releases { get; init; }
    public ContinuationFile? Then { get; set; }
}

/// <summary>
/// The percent of the devices that a product is for at all, by a choice that devices make once: who chose 0 to 61 of "maker" is a Dell and has no
/// tools of HP.
/// </summary>
internal sealed record ChoiceFile(string Choice, int From, int To);

/// <summary>How a line goes on after its last listed release.</summary>
internal sealed record ContinuationFile(int Days, string[] Version);

/// <summary>A famous CVE as the catalog writes it.</summary>
internal sealed record CveFile(string Id, string Published, string Severity, decimal Cvss, string FixedIn);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProductFile[]))]
[JsonSerializable(typeof(RoleFile[]))]
[JsonSerializable(typeof(SecureConfigurationFile[]))]
[JsonSerializable(typeof(NonCpeProductFile[]))]
[JsonSerializable(typeof(BrowserExtensionFile[]))]
[JsonSerializable(typeof(BrowserPermissionFile[]))]
[JsonSerializable(typeof(CertificateFile[]))]
[JsonSerializable(typeof(HardwareFile[]))]
[JsonSerializable(typeof(BenchmarkFile))]
internal sealed partial class CatalogJson : JsonSerializerContext;
