namespace TvmEmulator.ContractTests.Routes;

/// <summary>
/// The columns of the examples that the published pages print, with the kinds of their values; <c>?</c> = may be null. <c>null</c> is the kind of a
/// column that no page has a value for.
/// </summary>
internal static class DocumentedColumns
{
    public const string Links = "exportFiles:Array generatedTime:String";

    public const string Inventory =
        "deviceId:String rbacGroupName:String deviceName:String osPlatform:String softwareVendor:String softwareName:String softwareVersion:String " +
        "numberOfWeaknesses:Number diskPaths:Array registryPaths:Array softwareFirstSeenTimestamp:String endOfSupportStatus:String endOfSupportDate:String?";

    private const string VulnerabilityKey =
        "id:String deviceId:String rbacGroupName:String deviceName:String osPlatform:String osVersion:String osArchitecture:String softwareVendor:String " +
        "softwareName:String softwareVersion:String cveId:String? vulnerabilitySeverityLevel:String? recommendedSecurityUpdate:String? " +
        "recommendedSecurityUpdateId:String? recommendedSecurityUpdateUrl:String? diskPaths:Array registryPaths:Array lastSeenTimestamp:String " +
        "firstSeenTimestamp:String exploitabilityLevel:String recommendationReference:String ";

    public const string VulnerabilityRows = VulnerabilityKey + "securityUpdateAvailable:Boolean";

    public const string VulnerabilityChanges = VulnerabilityKey + "status:String eventTimestamp:String";

    public const string SecureConfigurations =
        "deviceId:String rbacGroupName:String deviceName:String osPlatform:String osVersion:String timestamp:String configurationId:String " +
        "configurationCategory:String configurationSubcategory:String configurationImpact:Number isCompliant:Boolean isApplicable:Boolean " +
        "isExpectedUserImpact:Boolean configurationName:String recommendationReference:String";

    public const string NonCpeSoftware =
        "deviceId:String rbacGroupId:Number rbacGroupName:String deviceName:String osPlatform:String softwareVendor:String softwareName:String " +
        "softwareVersion:String softwareLastSeenTimestamp:String";

    public const string BrowserExtensions =
        "DeviceId:String DeviceName:String RbacGroupId:Number RbacGroupName:String InstallationTime:String BrowserName:String ExtensionId:String " +
        "ExtensionName:String ExtensionDescription:String ExtensionVersion:String ExtensionRisk:String IsActivated:Boolean Permissions:Array";

    public const string Certificates =
        "deviceId:String deviceName:String thumbprint:String path:String signatureAlgorithm:String keyLength:Number notAfter:String notBefore:String " +
        "subjectType:String serialNumber:String subjectObject:null issuerObject:null keyUsageArray:null extendedKeyUsageArray:null " +
        "isSelfSigned:Boolean rbacGroupId:Number rbacGroupName:String";

    public const string Hardware =
        "deviceId:String rbacGroupId:Number rbacGroupName:String deviceName:String componentType:String manufacturer:String componentName:String " +
        "componentVersion:String additionalFields:String?";

    /// <summary>complianceCalculationTimeOffset stands in the page's table alone.</summary>
    public const string BaselineRows =
        "id:String configurationId:String deviceId:String deviceName:String profileId:String osPlatform:String osVersion:String rbacGroupId:Number " +
        "rbacGroupName:String isApplicable:Boolean isCompliant:Boolean? dataCollectionTimeOffset:String? complianceCalculationTimeOffset:String " +
        "recommendedValue:Array currentValue:Array source:Array";

    public const string Distributions = "version:String installations:Number vulnerabilities:Number";

    public const string Software =
        "id:String name:String vendor:String weaknesses:Number publicExploit:Boolean activeAlert:Boolean exposedMachines:Number impactScore:Number";

    public const string MachineReferences = "id:String computerDnsName:String osPlatform:String rbacGroupName:String?";

    private const string CveName = "id:String name:String description:String severity:String cvssV3:Number ";
    private const string CveFacts =
        "exposedMachines:Number publishedOn:String updatedOn:String publicExploit:Boolean exploitVerified:Boolean exploitInKit:Boolean exploitTypes:Array " +
        "exploitUris:Array";

    public const string Cve = CveName + CveFacts;

    /// <summary>The list has two columns that one of its rows alone has not.</summary>
    public const string Cves = CveName + "cvssVector:String " + CveFacts + " CveSupportability:String";

    public const string CvesOfMachines =
        "id:String cveId:String machineId:String fixingKbId:String? productName:String productVendor:String productVersion:String severity:String";

    public const string MissingKbs = "id:String name:String productsNames:Array url:String machineMissedOn:Number cveAddressed:Number";

    public const string Machine =
        "id:String computerDnsName:String firstSeen:String lastSeen:String osPlatform:String version:String osProcessor:String lastIpAddress:String " +
        "lastExternalIpAddress:String osBuild:Number? healthStatus:String rbacGroupId:Number rbacGroupName:String? riskScore:String exposureLevel:String " +
        "isAadJoined:Boolean aadDeviceId:String? machineTags:Array";

    private const string RecommendationHead =
        "id:String productName:String recommendationName:String weaknesses:Number vendor:String recommendedVersion:String ";

    private const string RecommendationFacts =
        "recommendationCategory:String subCategory:String severityScore:Number publicExploit:Boolean activeAlert:Boolean associatedThreats:Array " +
        "remediationType:String status:String configScoreImpact:Number exposureImpact:Number totalMachineCount:Number exposedMachinesCount:Number " +
        "nonProductivityImpactedAssets:Number relatedComponent:String";

    public const string Recommendations =
        RecommendationHead + "recommendedVendor:String recommendedProgram:String " + RecommendationFacts +
        " hasUnpatchableCve:Boolean tags:Array exposedCriticalDevices:Number";

    public const string Recommendation = RecommendationHead + RecommendationFacts + " tags:Array exposedCriticalDevices:Number";

    public const string RecommendationsOfMachine = RecommendationHead + RecommendationFacts;

    public const string Score = "time:String score:Number";

    public const string ScoreOfGroup = "time:String score:Number rbacGroupName:String";

    public const string RemediationTask =
        "id:String title:String createdOn:String requesterId:String requesterEmail:String status:String statusLastModifiedOn:String description:String " +
        "relatedComponent:String targetDevices:Number rbacGroupNames:Array fixedDevices:Number requesterNotes:String? dueOn:String category:String " +
        "productivityImpactRemediationType:String? priority:String completionMethod:String? completerId:String? completerEmail:String? scid:String? " +
        "type:String productId:String? vendorId:String? nameId:String? recommendedVersion:String? recommendedVendor:String? recommendedProgram:String?";

    public const string BaselineConfigurations =
        "id:String uniqueId:String benchmarkName:String benchmarkVersion:String name:String description:String category:String complianceLevels:Array " +
        "cce:String rationale:String remediation:String recommendedValue:Array source:Array isCustom:Boolean";

    public const string BaselineProfiles =
        "id:String name:String description:String benchmark:String version:String operatingSystem:String operatingSystemVersion:String status:Boolean " +
        "complianceLevel:String settingsNumber:Number createdBy:String lastUpdatedBy:null createdOnTimestampUTC:String lastUpdateTimestampUTC:String " +
        "passedDevices:Number totalDevices:Number";

    public const string ExtensionPermissions = "key:String permissionName:String description:String";
}
