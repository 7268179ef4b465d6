using TvmEmulator.Configuration;
using TvmEmulator.Entities.Recommendations;
using TvmEmulator.Entities.Software;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Entities.Machines;

/// <summary>The columns of <c>/api/machines</c> (contract: get-machines, metadata).</summary>
internal static class MachineShape
{
    private static readonly EntityShape<NetworkAdapter> IpAddress = new EntityShape<NetworkAdapter>("MachineIpAddress")
        .Text("ipAddress", adapter => adapter.IpAddress)
        .Text("macAddress", adapter => adapter.MacAddress)
        .Text("type", adapter => adapter.Type)
        .Text("operationalStatus", adapter => adapter.OperationalStatus);

    private static readonly EntityShape<CloudInstance> VmMetadata = new EntityShape<CloudInstance>("VmMetadata")
        .Text("vmId", vm => vm.VmId)
        .Text("cloudProvider", vm => vm.CloudProvider)
        .Text("resourceId", vm => vm.ResourceId)
        .Text("subscriptionId", vm => vm.SubscriptionId);

    // Every device of a tenant is another one than all the others, and takes part in assessments: its software is there to be seen.
    private static readonly EntityShape<MachineRow> All = new EntityShape<MachineRow>("Machine")
        .Text("id", row => row.Id)
        .Text("mergedIntoMachineId", _ => null)
        .Boolean("isPotentialDuplication", _ => false)
        .Boolean("isExcluded", _ => false)
        .Text("exclusionReason", _ => null)
        .Text("computerDnsName", row => row.ComputerDnsName)
        .Time("firstSeen", row => row.FirstSeen)
        .Time("lastSeen", row => row.LastSeen)
        .Text("osPlatform", row => row.OsPlatform)
        .Text("osProcessor", row => row.OsProcessor)
        .Text("version", row => row.Version)
        .Text("lastIpAddress", row => row.LastIpAddress)
        .Text("lastExternalIpAddress", row => row.LastExternalIpAddress)
        .Text("agentVersion", row => row.AgentVersion)
        .Integer("osBuild", row => row.OsBuild)
        .Text("healthStatus", row => row.HealthStatus.ToString())
        .Text("deviceValue", row => row.DeviceValue.ToString())
        .Integer("rbacGroupId", row => row.RbacGroupId)
        // Here alone the group of devices in no group has no name (contract: seen in public fixtures).
        .Text("rbacGroupName", row => row.RbacGroupId == RbacGroup.Unassigned.Id ? null : row.RbacGroupName)
        .Complexes("ipAddresses", IpAddress, row => row.IpAddresses)
        .Text("riskScore", row => row.RiskScore.ToString())
        .Text("exposureLevel", row => row.ExposureLevel.ToString())
        .Boolean("isAadJoined", row => row.AadDeviceId is not null)
        .Guid("aadDeviceId", row => row.AadDeviceId)
        .Texts("machineTags", row => row.MachineTags)
        .Complex("vmMetadata", VmMetadata, row => row.VmMetadata)
        .Text("onboardingStatus", row => row.OnboardingStatus)
        .Text("osArchitecture", row => row.OsArchitecture)
        .Text("managedBy", row => row.ManagedBy.ToString())
        .Text("managedByStatus", row => row.ManagedByStatus.ToString())
        .DocumentsFiltersOn(
            "computerDnsName", "id", "version", "deviceValue", "aadDeviceId", "machineTags", "lastSeen", "exposureLevel", "onboardingStatus",
            "lastIpAddress", "healthStatus", "osPlatform", "riskScore", "rbacGroupId");

    /// <summary>The shape of an edition; that of 2021 shows what its page does.</summary>
    public static EntityShape<MachineRow> Of(ContractEdition edition)
    {
        var shape = All
            .NavigationToMany("software", SoftwareShape.Of(edition), row => row.Software)
            .NavigationToMany("vulnerabilities", VulnerabilityShape.Of(edition), row => row.Vulnerabilities)
            .NavigationToMany("recommendations", RecommendationShape.OfMachine(edition), row => row.Recommendations);
        return edition == ContractEdition.Edition2026
            ? shape
            : shape.Showing(
                "id", "computerDnsName", "firstSeen", "lastSeen", "osPlatform", "version", "osProcessor", "lastIpAddress", "lastExternalIpAddress", "osBuild",
                "healthStatus", "rbacGroupId", "rbacGroupName", "riskScore", "exposureLevel", "isAadJoined", "aadDeviceId", "machineTags");
    }
}
