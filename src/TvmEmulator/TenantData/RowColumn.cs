namespace TvmEmulator.TenantData;

/// <summary>The columns that are read; a name is looked up in any letter case.</summary>
internal enum RowColumn
{
    DeviceId,
    DeviceName,
    OsPlatform,
    RbacGroupId,
    RbacGroupName,
    SoftwareVendor,
    SoftwareName,
    SoftwareVersion,
    NumberOfWeaknesses,
    DiskPaths,
    RegistryPaths,
    SoftwareFirstSeenTimestamp,
    SoftwareLastSeenTimestamp,
    EndOfSupportStatus,
    EndOfSupportDate,
    CveId,
    VulnerabilitySeverityLevel,
    CvssScore,
    ExploitabilityLevel,
    RecommendedSecurityUpdate,
    RecommendedSecurityUpdateId,
    RecommendedSecurityUpdateUrl,
    SecurityUpdateAvailable,
    FirstSeenTimestamp,
    LastSeenTimestamp,
    Status,
}
