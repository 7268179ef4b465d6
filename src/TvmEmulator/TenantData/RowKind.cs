using TvmEmulator.Assessments.Baselines;
using TvmEmulator.Assessments.BrowserExtensions;
using TvmEmulator.Assessments.Certificates;
using TvmEmulator.Assessments.GatheredInformation;
using TvmEmulator.Assessments.Hardware;
using TvmEmulator.Assessments.NonCpeSoftware;
using TvmEmulator.Assessments.Rows;
using TvmEmulator.Assessments.SecureConfigurations;
using TvmEmulator.Tenants.Given;

namespace TvmEmulator.TenantData;

/// <summary>The assessments that files can hold, found from their columns.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Marks">The columns that it is known by.</param>
/// <param name="Kept">How its rows are kept; null when they become a part of the tenant.</param>
internal sealed record RowKind(string Name, IReadOnlyList<string> Marks, KeptColumns? Kept = null)
{
    /// <summary>The software inventory.</summary>
    public static RowKind Inventory { get; } = new("software inventory", ["softwareName", "numberOfWeaknesses"]);

    /// <summary>The software vulnerabilities.</summary>
    public static RowKind Vulnerabilities { get; } = new("software vulnerabilities", ["softwareName", "exploitabilityLevel"]);

    /// <summary>All of them; a file is of the first one all of whose marks are among its columns.</summary>
    public static IReadOnlyList<RowKind> All { get; } =
    [
        Inventory,
        Vulnerabilities,
        new("security baselines", ["profileId", "configurationId"], Keep(GivenKind.Baselines, BaselineColumns.Of2026, "profileId", "configurationId")),
        new("secure configuration", ["configurationId", "configurationName"], Keep(GivenKind.SecureConfiguration, SecureConfigurationColumns.Of2026, "configurationId")),
        new("browser extensions", ["browserName", "extensionId"], Keep(GivenKind.BrowserExtensions, BrowserExtensionColumns.OfLine, "browserName", "extensionId", "extensionVersion")),
        new("certificates", ["thumbprint"], Keep(GivenKind.Certificates, [.. CertificateColumns.Of2026, .. CertificateColumns.Of2021], "thumbprint", "path")),
        new("hardware and firmware", ["componentType", "componentName"], Keep(GivenKind.Hardware, HardwareColumns.All, "componentType", "manufacturer", "componentName", "componentVersion")),
        new("information gathering", ["deviceGatheredInfo"], Keep(GivenKind.GatheredInformation, InformationColumns.All)),
        new("software without a product code", ["softwareName", "softwareLastSeenTimestamp"], Keep(GivenKind.NonCpeSoftware, NonCpeColumns.Of2026, "softwareVendor", "softwareName", "softwareVersion")),
    ];

    /// <summary>The kind of a row with some columns; null when it is none.</summary>
    public static RowKind? Of(IEnumerable<string> columns)
    {
        var names = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("deviceId") ? All.FirstOrDefault(kind => kind.Marks.All(names.Contains)) : null;
    }

    private static KeptColumns Keep<TRow>(GivenKind kind, IReadOnlyList<Column<TRow>> columns, params string[] keys) =>
        new(kind, [.. columns.Select(column => GivenColumns.KeptName(column.CamelName)).Where(name => !GivenColumns.IsOfDevice(name)).Distinct(StringComparer.Ordinal)], keys);
}
