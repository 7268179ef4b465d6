using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Assessments.Inventory;

/// <summary>
/// The oracle of the fast path: rows as plain objects that System.Text.Json writes. The columns and their order are those of the contract
/// (core.md 2.2 and 3.4); nothing here is shared with the code that it checks.
/// </summary>
internal sealed class PlainInventory
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Facts> _rows;
    private readonly Lazy<List<string>> _pageRows2021, _pageRows2026, _pascalLines, _camelLines;

    public PlainInventory(Snapshot snapshot)
    {
        _rows = [.. PlainRow.AllOf(snapshot).Select(row => FactsOf(snapshot, row))];
        _pageRows2021 = Dressed(this, static row => new PageRow2021(row));
        _pageRows2026 = Dressed(this, static row => new PageRow2026(row));
        _pascalLines = Dressed(this, static row => new PascalLine(row));
        _camelLines = Dressed(this, static row => new CamelLine(row));
    }

    public int Rows => _rows.Count;

    /// <summary>Objects of a page's array, without their brackets.</summary>
    public string PageRows2021(int first, int count) => string.Join(',', Slice(_pageRows2021.Value, first, count));

    /// <summary>Objects of a page's array of the newer edition.</summary>
    public string PageRows2026(int first, int count) => string.Join(',', Slice(_pageRows2026.Value, first, count));

    /// <summary>Lines of a file with capitals.</summary>
    public string PascalLines(int first, int count) => string.Concat(Slice(_pascalLines.Value, first, count).Select(line => line + "\n"));

    /// <summary>Lines of a file without capitals.</summary>
    public string CamelLines(int first, int count) => string.Concat(Slice(_camelLines.Value, first, count).Select(line => line + "\n"));

    private static IEnumerable<string> Slice(List<string> rows, int first, int count) => rows.Skip(first).Take(count);

    private static Lazy<List<string>> Dressed<T>(PlainInventory inventory, Func<Facts, T> dress) =>
        new(() => [.. inventory._rows.Select(row => JsonSerializer.Serialize(dress(row), Json))]);

    private static Facts FactsOf(Snapshot snapshot, PlainRow row)
    {
        var user = snapshot.Tenant.Fleet.Names.UserOf(row.Device);
        var variant = row.Product.Variants[row.Variant];
        var lastSeen = snapshot.LastSeenOf(row.Device);
        var (status, end) = SupportOf(row, TimeOf(snapshot.Mark.At));
        return new Facts(
            DeviceNames.IdOf(row.Device),
            row.Device.Group.Id,
            row.Device.Group.Name,
            snapshot.Tenant.Fleet.Names.NameOf(row.Device),
            row.Device.Platform == OsPlatform.MacOS ? "macOS" : Enum.GetName(row.Device.Platform)!,
            row.Product.Vendor,
            row.Product.Name,
            row.Version,
            row.Weaknesses,
            [.. variant.Disk.Select(path => Filled(path, row, user))],
            [.. variant.Registry.Select(path => Filled(path, row, user))],
            Text(row.FirstSeen),
            Text(lastSeen),
            status,
            end);
    }

    private static string Filled(string path, PlainRow row, string user) => path
        .Replace("{version}", row.Version, StringComparison.Ordinal)
        .Replace("{major}", string.Concat(row.Version.TakeWhile(char.IsAsciiDigit)), StringComparison.Ordinal)
        .Replace("{track}", row.Track.Name, StringComparison.Ordinal)
        .Replace("{user}", user, StringComparison.Ordinal);

    private static (string Status, DateTimeOffset? End) SupportOf(PlainRow row, DateTimeOffset now)
    {
        var soon = now.AddDays(183);
        DateTimeOffset? product = row.Product.EndOfSupport is { } productEnd ? TimeOf(productEnd) : null;
        DateTimeOffset? line = row.Track.EndOfSupport is { } lineEnd ? TimeOf(lineEnd) : null;
        if (product <= now)
            return ("EOS Software", product);
        if (product <= soon)
            return ("Upcoming EOS Software", product);
        if (line <= now)
            return ("EOS Version", line);
        if (line <= soon)
            return ("Upcoming EOS Version", line);
        return ("None", null);
    }

    private static DateTimeOffset TimeOf(Moment moment) => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(moment.Seconds);

    private static string Text(Moment moment) => TimeOf(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private sealed record Facts(
        string DeviceId,
        int GroupId,
        string GroupName,
        string DeviceName,
        string Platform,
        string Vendor,
        string Name,
        string Version,
        int Weaknesses,
        string[] DiskPaths,
        string[] RegistryPaths,
        string FirstSeen,
        string LastSeen,
        string Status,
        DateTimeOffset? End);

    private sealed class PageRow2021(Facts row)
    {
        [JsonPropertyName("deviceId")]
        public string DeviceId => row.DeviceId;

        [JsonPropertyName("rbacGroupName")]
        public string RbacGroupName => row.GroupName;

        [JsonPropertyName("deviceName")]
        public string DeviceName => row.DeviceName;

        [JsonPropertyName("osPlatform")]
        public string OsPlatform => row.Platform;

        [JsonPropertyName("softwareVendor")]
        public string SoftwareVendor => row.Vendor;

        [JsonPropertyName("softwareName")]
        public string SoftwareName => row.Name;

        [JsonPropertyName("softwareVersion")]
        public string SoftwareVersion => row.Version;

        [JsonPropertyName("numberOfWeaknesses")]
        public int NumberOfWeaknesses => row.Weaknesses;

        [JsonPropertyName("diskPaths")]
        public string[] DiskPaths => row.DiskPaths;

        [JsonPropertyName("registryPaths")]
        public string[] RegistryPaths => row.RegistryPaths;

        [JsonPropertyName("softwareFirstSeenTimestamp")]
        public string SoftwareFirstSeenTimestamp => row.FirstSeen;

        [JsonPropertyName("endOfSupportStatus")]
        public string EndOfSupportStatus => row.Status;

        [JsonPropertyName("endOfSupportDate")]
        public DateTimeOffset? EndOfSupportDate => row.End;
    }

    private sealed class PageRow2026(Facts row)
    {
        [JsonPropertyName("deviceId")]
        public string DeviceId => row.DeviceId;

        [JsonPropertyName("rbacGroupId")]
        public int RbacGroupId => row.GroupId;

        [JsonPropertyName("rbacGroupName")]
        public string RbacGroupName => row.GroupName;

        [JsonPropertyName("deviceName")]
        public string DeviceName => row.DeviceName;

        [JsonPropertyName("osPlatform")]
        public string OsPlatform => row.Platform;

        [JsonPropertyName("softwareVendor")]
        public string SoftwareVendor => row.Vendor;

        [JsonPropertyName("softwareName")]
        public string SoftwareName => row.Name;

        [JsonPropertyName("softwareVersion")]
        public string SoftwareVersion => row.Version;

        [JsonPropertyName("numberOfWeaknesses")]
        public int NumberOfWeaknesses => row.Weaknesses;

        [JsonPropertyName("diskPaths")]
        public string[] DiskPaths => row.DiskPaths;

        [JsonPropertyName("registryPaths")]
        public string[] RegistryPaths => row.RegistryPaths;

        [JsonPropertyName("softwareFirstSeenTimestamp")]
        public string SoftwareFirstSeenTimestamp => row.FirstSeen;

        [JsonPropertyName("endOfSupportStatus")]
        public string EndOfSupportStatus => row.Status;

        [JsonPropertyName("endOfSupportDate")]
        public DateTimeOffset? EndOfSupportDate => row.End;
    }

    private sealed class PascalLine(Facts row)
    {
        public string DeviceId => row.DeviceId;

        public int RbacGroupId => row.GroupId;

        public string RbacGroupName => row.GroupName;

        public string DeviceName => row.DeviceName;

        public string OSPlatform => row.Platform;

        public string SoftwareVendor => row.Vendor;

        public string SoftwareName => row.Name;

        public string SoftwareVersion => row.Version;

        public int NumberOfWeaknesses => row.Weaknesses;

        public string[] DiskPaths => row.DiskPaths;

        public string[] RegistryPaths => row.RegistryPaths;

        public string SoftwareFirstSeenTimestamp => row.FirstSeen;

        public string SoftwareLastSeenTimestamp => row.LastSeen;

        public string EndOfSupportStatus => row.Status;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DateTimeOffset? EndOfSupportDate => row.End;
    }

    private sealed class CamelLine(Facts row)
    {
        [JsonPropertyName("deviceId")]
        public string DeviceId => row.DeviceId;

        [JsonPropertyName("rbacGroupId")]
        public int RbacGroupId => row.GroupId;

        [JsonPropertyName("rbacGroupName")]
        public string RbacGroupName => row.GroupName;

        [JsonPropertyName("deviceName")]
        public string DeviceName => row.DeviceName;

        [JsonPropertyName("osPlatform")]
        public string OsPlatform => row.Platform;

        [JsonPropertyName("softwareVendor")]
        public string SoftwareVendor => row.Vendor;

        [JsonPropertyName("softwareName")]
        public string SoftwareName => row.Name;

        [JsonPropertyName("softwareVersion")]
        public string SoftwareVersion => row.Version;

        [JsonPropertyName("numberOfWeaknesses")]
        public int NumberOfWeaknesses => row.Weaknesses;

        [JsonPropertyName("diskPaths")]
        public string[] DiskPaths => row.DiskPaths;

        [JsonPropertyName("registryPaths")]
        public string[] RegistryPaths => row.RegistryPaths;

        [JsonPropertyName("softwareFirstSeenTimestamp")]
        public string SoftwareFirstSeenTimestamp => row.FirstSeen;

        [JsonPropertyName("softwareLastSeenTimestamp")]
        public string SoftwareLastSeenTimestamp => row.LastSeen;

        [JsonPropertyName("endOfSupportStatus")]
        public string EndOfSupportStatus => row.Status;

        [JsonPropertyName("endOfSupportDate")]
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DateTimeOffset? EndOfSupportDate => row.End;
    }
}
