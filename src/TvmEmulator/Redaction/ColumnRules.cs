using TvmEmulator.TenantData;

namespace TvmEmulator.Redaction;

/// <summary>The rules of the columns of all assessments.</summary>
internal static class ColumnRules
{
    private static readonly Dictionary<string, ColumnRule> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = ColumnRule.Id,
        ["deviceId"] = ColumnRule.Id,
        ["machineId"] = ColumnRule.Id,
        ["deviceName"] = ColumnRule.DeviceName,
        ["computerDnsName"] = ColumnRule.DeviceName,
        ["rbacGroupName"] = ColumnRule.GroupName,
        ["deviceGatheredInfo"] = ColumnRule.Addresses,
        ["additionalFields"] = ColumnRule.Addresses,
        ["subjectObject"] = ColumnRule.Holder,
        ["issuerObject"] = ColumnRule.Holder,
        ["issuedTo"] = ColumnRule.Holder,
        ["issuedBy"] = ColumnRule.Holder,
    };

    // What software, CVEs, settings and extensions are called is known to everybody; a replaced word in it would make another product of it.
    private static readonly string[] Public =
    [
        "value", "osPlatform", "osVersion", "osArchitecture", "softwareVendor", "softwareName", "softwareVersion", "endOfSupportStatus", "endOfSupportDate",
        "softwareFirstSeenTimestamp", "softwareLastSeenTimestamp", "firstSeenTimestamp", "lastSeenTimestamp", "eventTimestamp", "timestamp", "lastSeenTime",
        "cveId", "cveBatchTitle", "cveBatchUrl", "vulnerabilitySeverityLevel", "exploitabilityLevel", "recommendedSecurityUpdate", "recommendedSecurityUpdateId",
        "recommendedSecurityUpdateUrl", "recommendationReference", "status", "configurationId", "configurationCategory", "configurationSubcategory",
        "configurationName", "profileId", "browserName", "extensionId", "extensionName", "extensionDescription", "extensionVersion", "extensionRisk",
        "permissions", "installationTime", "componentType", "manufacturer", "componentName", "componentVersion", "thumbprint", "signatureAlgorithm", "serialNumber",
        "subjectType", "notBefore", "notAfter", "keyUsageArray", "extendedKeyUsageArray",
    ];

    static ColumnRules()
    {
        foreach (var name in Public)
            ByName.Add(name, ColumnRule.Public);
    }

    /// <summary>The rule of a column, whatever its letter case.</summary>
    public static ColumnRule Of(string name) => ByName.GetValueOrDefault(name, ColumnRule.Text);

    /// <summary>Whether a column, or what a page says beside its rows, is one that the service has.</summary>
    public static bool IsKnown(string name) =>
        ByName.ContainsKey(name) || RowColumns.Find(name) is not null || name.StartsWith('@') || RowKind.All.Any(kind => kind.Kept?.PlaceOf(name) >= 0);
}
