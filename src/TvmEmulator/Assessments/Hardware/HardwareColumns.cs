using System.Globalization;
using System.Text;
using TvmEmulator.Tenants.Hardware;
using Column = TvmEmulator.Assessments.Rows.Column<TvmEmulator.Tenants.Hardware.HardwareRow>;
using OfDevice = TvmEmulator.Assessments.Rows.DeviceColumns<TvmEmulator.Tenants.Hardware.HardwareRow>;

namespace TvmEmulator.Assessments.Hardware;

/// <summary>The columns of hardware and firmware; the documented example and the service's metadata have the same.</summary>
internal static class HardwareColumns
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Column> All { get; } =
    [
        OfDevice.Id,
        OfDevice.GroupId,
        OfDevice.GroupName,
        OfDevice.Name,
        new("componentType", static (to, _, row) => to.Text(row.Component.ToString())),
        new("manufacturer", static (to, _, row) => to.Text(row.Manufacturer)),
        new("componentName", static (to, _, row) => to.Text(row.Name)),
        new("componentVersion", static (to, _, row) => to.Text(row.Version)),
        new("additionalFields", static (to, _, row) => to.Text(AdditionalFields(row))),
    ];

    /// <summary>A JSON document as text; null for a processor.</summary>
    private static string? AdditionalFields(HardwareRow row) => row.Component switch
    {
        HardwareComponent.Hardware => Text(new JsonText()
            .Raw("{\"SystemSKU\":").String(row.Model.Sku)
            .Raw(",\"BaseBoardManufacturer\":").String(row.Model.Maker)
            .Raw(",\"BaseBoardProduct\":").String(row.Model.Board)
            .Raw(",\"BaseBoardVersion\":").String(row.Version)
            .Raw(",\"DeviceFamily\":").String(row.Model.DeviceFamily).Raw("}")),
        HardwareComponent.Bios => Text(new JsonText()
            .Raw("{\"ReleaseDate\":").String(row.FirmwareReleased.Utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Raw("}")),
        _ => null,
    };

    private static string Text(JsonText json) => Encoding.UTF8.GetString(json.ToArray());
}
