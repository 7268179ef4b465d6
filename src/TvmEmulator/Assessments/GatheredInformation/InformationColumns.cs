using System.Text;
using TvmEmulator.Assessments.Rows;
using TvmEmulator.Tenants.GatheredInformation;
using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Assessments.GatheredInformation.InformationRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Assessments.GatheredInformation.InformationRow>;

namespace TvmEmulator.Assessments.GatheredInformation;

/// <summary>The columns of information gathering, as a public consumer's sample has them: the casing of two names differs from the other files.</summary>
internal static class InformationColumns
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        OfDevice.GroupName,
        new("timestamp", static (to, device, _) => to.Timestamp(device.Snapshot.Mark.At)),
        new("lastSeenTime", static (to, device, _) => to.Timestamp(device.LastSeen)),
        OfDevice.Name,
        new("osPlatform", static (to, device, _) => to.Text(device.Device.PlatformText)),
        new("osVersion", static (to, device, _) => to.Text(device.OsVersion)),
        new("deviceGatheredInfo", static (to, device, _) => to.Text(GatheredInfo(device))),
        OfDevice.Id,
        OfDevice.GroupId,
    ];

    /// <summary>A JSON document as text; what a platform does not say is null in it.</summary>
    private static string GatheredInfo(DeviceFacts device)
    {
        var facts = GatheredFactsRules.Of(device.Snapshot, device.Device);
        var json = new JsonText().Raw("{");
        Append("AvMode", facts.AvMode);
        Append(",AvEngineVersion", facts.AvEngineVersion);
        Append(",AvSignatureVersion", facts.AvSignatureVersion);
        Append(",AvPlatformVersion", facts.AvPlatformVersion);
        Append(",CloudProtectionState", facts.CloudProtectionState);
        Append(",Log4j_CVE_2021_44228", null);
        Append(",EBPFStatus", facts.EbpfStatus);
        json.Raw(",\"IsAvEngineLoaded\":").Raw(facts.IsAvEngineLoaded is { } isLoaded ? isLoaded ? "true" : "false" : "null").Raw("}");
        return Encoding.UTF8.GetString(json.ToArray());

        void Append(string name, string? value)
        {
            if (name[0] == ',')
                json.Raw(",");
            json.String(name.TrimStart(',')).Raw(":");
            if (value is not null)
                json.String(value);
            else
                json.Raw("null");
        }
    }
}
