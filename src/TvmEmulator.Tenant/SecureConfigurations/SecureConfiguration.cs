using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>A setting that the service assesses on every device that it is meant for.</summary>
public sealed class SecureConfiguration
{
    private readonly Share _applicable, _compliant, _compliantServers;
    private readonly uint _platforms;
    private readonly ulong _key;

    private SecureConfiguration(SecureConfigurationFile file, int index)
    {
        Index = index;
        Id = "scid-" + file.Id.ToString(CultureInfo.InvariantCulture);
        RecommendationReference = "sca-_-" + Id;
        Category = file.Category;
        Subcategory = file.Subcategory;
        Impact = file.Impact;
        Name = file.Name;
        Component = file.Component;
        Since = Moment.OfDate(file.Since);
        HasUserImpact = file.HasUserImpact;
        Description = file.Description;
        Remediation = file.Remediation;
        _key = StableHash.Of(Id);
        _platforms = ProductReader.PlatformBits(file.OperatingSystems);
        _applicable = Share.OfPercent(file.Applicable ?? 100);
        _compliant = Share.OfPercent(file.Compliant);
        _compliantServers = Share.OfPercent(file.CompliantServers ?? file.Compliant);
    }

    /// <summary>One that the rows of a given organization name; they say on which devices it applies and is met.</summary>
    internal SecureConfiguration(string id, int index)
    {
        Index = index;
        Id = id;
        RecommendationReference = "sca-_-" + id;
    }

    /// <summary>All that the catalog has, ascending by number.</summary>
    public static IReadOnlyList<SecureConfiguration> All { get; } =
        [.. CatalogFiles.File("secure-configurations.json", CatalogJson.Default.SecureConfigurationFileArray).OrderBy(file => file.Id).Select((file, i) => new SecureConfiguration(file, i))];

    /// <summary>Place among all of its tenant.</summary>
    public int Index { get; }

    /// <summary>The service's id, such as <c>scid-2001</c>.</summary>
    public string Id { get; }

    /// <summary>The id of the recommendation to meet it, such as <c>sca-_-scid-2001</c>.</summary>
    public string RecommendationReference { get; }

    /// <summary>Application, OS, Network, Accounts or Security controls.</summary>
    public string Category { get; internal init; } = "";

    /// <summary>A part of the category; may be empty.</summary>
    public string Subcategory { get; internal init; } = "";

    /// <summary>What it adds to the score of a device, 1 to 10.</summary>
    public int Impact { get; internal init; }

    /// <summary>What is to be done, in one line.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The product that is configured.</summary>
    public string Component { get; internal init; } = "";

    /// <summary>Since when it has been assessed.</summary>
    public Moment Since { get; }

    /// <summary>Whether people may notice that it was set.</summary>
    public bool HasUserImpact { get; internal init; }

    /// <summary>Why it matters.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>How it is set.</summary>
    public string Remediation { get; internal init; } = "";

    /// <summary>The one with an id of the service.</summary>
    internal static SecureConfiguration OfId(string id) =>
        All.FirstOrDefault(configuration => configuration.Id == id) ?? throw new InvalidDataException($"The catalog has no secure configuration {id}.");

    /// <summary>Whether a device is assessed at all.</summary>
    internal bool IsFor(in Device device, Moment moment) => (_platforms & (1u << (int)device.Platform)) != 0 && Since <= moment;

    /// <summary>What is found on a device that is assessed.</summary>
    internal SecureConfigurationRow On(in Device device, ulong discipline, Moment moment)
    {
        var hash = StableHash.Mix(device.Key ^ _key);
        if (!_applicable.Takes(StableHash.Mix(hash, 1)))
            return new SecureConfigurationRow(this, IsApplicable: false, IsCompliant: false);

        var isServer = device.Platform is OsPlatform.WindowsServer2016 or OsPlatform.WindowsServer2019 or OsPlatform.WindowsServer2022 or OsPlatform.WindowsServer2025;
        var since = Moment.Later(device.Joined, Since);
        return new SecureConfigurationRow(this, IsApplicable: true, ComplianceRule.IsCompliant(isServer ? _compliantServers : _compliant, hash, discipline, since, moment));
    }
}
