using System.Text;
using System.Text.Json;
using TvmEmulator.Assessments;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Assessments.Rows;

/// <summary>
/// The columns of the 2026 edition, as the service's metadata has them: names, order, types; <c>!</c> = not nullable. Strict OData readers refuse rows
/// that differ.
/// </summary>
public sealed class ColumnShapeTests
{
    [Theory]
    [InlineData("SecureConfigurations", "deviceId:String rbacGroupId:Int64! rbacGroupName:String deviceName:String osPlatform:String osVersion:String timestamp:String configurationId:String configurationCategory:String configurationSubcategory:String configurationImpact:Double! isCompliant:Boolean! isApplicable:Boolean! isExpectedUserImpact:Boolean! configurationName:String recommendationReference:String")]
    [InlineData("NonCpeSoftware", "deviceId:String rbacGroupId:Int64! rbacGroupName:String deviceName:String osPlatform:String softwareVendor:String softwareName:String softwareVersion:String softwareLastSeenTimestamp:String registryPath:String")]
    [InlineData("BrowserExtensions", "deviceId:String rbacGroupId:Int64! rbacGroupName:String installationTime:DateTimeOffset browserName:String extensionId:String extensionName:String extensionDescription:String extensionVersion:String extensionRisk:String extensionVendor:String isActivated:Boolean! permissions:Collection!")]
    [InlineData("Certificates", "deviceId:String deviceName:String thumbprint:String path:String signatureAlgorithm:String keySize:Int32! expirationDate:DateTimeOffset! issueDate:DateTimeOffset! subjectType:String serialNumber:String issuedTo:String issuedBy:String keyUsage:String extendedKeyUsage:String rbacGroupId:Int32! rbacGroupName:String")]
    [InlineData("Hardware", "deviceId:String rbacGroupId:Int64! rbacGroupName:String deviceName:String componentType:String manufacturer:String componentName:String componentVersion:String additionalFields:String")]
    [InlineData("Baselines", "id:String configurationId:String deviceId:String deviceName:String profileId:String osPlatform:String osVersion:String rbacGroupId:Int64! rbacGroupName:String isApplicable:Boolean! isCompliant:Boolean dataCollectionTimeOffset:String complianceCalculationTimeOffset:String recommendedValue:Collection! currentValue:Collection! rawValue:Collection! source:Collection! isExempt:Boolean! complianceEvaluationDetails:String")]
    public void PageRow_Of2026_HasTheColumnsOfTheMetadata(string kind, string columns)
    {
        var expected = columns.Split(' ').Select(column => column.Split(':')).Select(column => (Name: column[0], Type: column[1])).ToList();
        var text = InventoryText.Of(PlainKinds.All[kind].Edition2026, Samples.SnapshotOf(1, 60), RowDress.PageRow);

        foreach (var row in JsonElement.Parse($"[{Encoding.UTF8.GetString(text)}]").EnumerateArray())
        {
            row.EnumerateObject().Select(column => column.Name).ShouldBe(expected.Select(column => column.Name));
            foreach (var (name, type) in expected)
                IsOf(row.GetProperty(name), type).ShouldBeTrue($"{name} is {row.GetProperty(name).GetRawText()}, which is no {type}");
        }
    }

    private static bool IsOf(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Null => !type.EndsWith('!'),
        JsonValueKind.String => type == "String" || (type.TrimEnd('!') == "DateTimeOffset" && value.TryGetDateTimeOffset(out _)),
        JsonValueKind.Number => type is "Int32!" or "Int64!" ? value.TryGetInt32(out _) : type == "Double!",
        JsonValueKind.True or JsonValueKind.False => type.TrimEnd('!') == "Boolean",
        JsonValueKind.Array => type == "Collection!",
        _ => false,
    };
}
