using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.TenantData;

/// <summary>Turns the values of rows into rows of an organization.</summary>
internal sealed class RowBinder(GivenOrganizationBuilder builder, TenantDataProblems problems)
{
    // More would stand in no snapshot: the numbers of weaknesses of a release are 16 bits.
    private const int MostWeaknesses = 10_000, MostGroupId = 1_000_000;

    // What lies before 2000 cannot be written into a row; files say 0001-01-01 for never.
    private static readonly Moment Earliest = new(0);

    private readonly Dictionary<GivenCve, GivenCve> _cves = [];
    private readonly Dictionary<RecommendedUpdate, RecommendedUpdate> _updates = [];

    /// <summary>Takes in a row, or notes what is wrong with it.</summary>
    public void Add(RowKind kind, RowValues row, DataPlace place)
    {
        var isComplete = Needs(row, RowColumn.DeviceId, place) & Needs(row, RowColumn.SoftwareName, place);
        var isInventory = kind == RowKind.Inventory;
        if (isInventory && row.Number(RowColumn.NumberOfWeaknesses) is null)
            isComplete = Refuse(place, RowColumn.NumberOfWeaknesses, "is missing");
        if (row.Number(RowColumn.NumberOfWeaknesses) is > MostWeaknesses and var weaknesses)
            isComplete = Refuse(place, RowColumn.NumberOfWeaknesses, $"is {weaknesses}, at most {MostWeaknesses} is possible");
        if (row.Text(RowColumn.Status) == "Fixed")
            isComplete = Refuse(place, RowColumn.Status, "is 'Fixed': rows of changes are no assessment, the rows of an export are needed");
        if (!isComplete || AddDevice(row, place) is not { } id)
            return;
        if ((isInventory ? builder.Add(id, InventoryRow(row)) : builder.Add(id, VulnerabilityRow(row))) is var (column, problem))
            problems.Add(place with { Column = column }, problem);
    }

    /// <summary>Takes in the device of a row, or notes what is wrong with it.</summary>
    /// <returns>Its id; null when something is wrong.</returns>
    public string? AddDevice(RowValues row, DataPlace place)
    {
        if (row.Number(RowColumn.RbacGroupId) is > MostGroupId and var group)
        {
            Refuse(place, RowColumn.RbacGroupId, $"is {group}, at most {MostGroupId} is possible");
            return null;
        }

        if (!Needs(row, RowColumn.DeviceId, place))
            return null;

        var id = row.Text(RowColumn.DeviceId)!;
        var device = new GivenDeviceText(
            id,
            row.Text(RowColumn.DeviceName),
            row.Text(RowColumn.OsPlatform),
            row.Number(RowColumn.RbacGroupId),
            row.Text(RowColumn.RbacGroupName),
            row.Text(RowColumn.OsVersion),
            row.Text(RowColumn.OsArchitecture),
            row.Truth(RowColumn.IsOnboarded),
            row.Seen);
        if (builder.AddDevice(device) is not var (column, problem))
            return id;
        problems.Add(place with { Column = column }, problem);
        return null;
    }

    private static GivenInventoryRow InventoryRow(RowValues row) => new(
        Software(row),
        row.Number(RowColumn.NumberOfWeaknesses)!.Value,
        new SupportState(row.Text(RowColumn.EndOfSupportStatus) ?? "None", row.Time(RowColumn.EndOfSupportDate) is { Seconds: > int.MinValue } date ? date : null),
        row.Paths,
        Seen(row.Time(RowColumn.SoftwareFirstSeenTimestamp)) ?? Earliest,
        Seen(row.Time(RowColumn.SoftwareLastSeenTimestamp)));

    private GivenVulnerabilityRow VulnerabilityRow(RowValues row)
    {
        GivenCve? cve = null;
        if (row.Text(RowColumn.CveId) is { Length: > 0 } id)
            cve = Shared(_cves, new GivenCve(id, row.Text(RowColumn.VulnerabilitySeverityLevel), row.Number(RowColumn.CvssScore), row.Text(RowColumn.ExploitabilityLevel)));

        var (name, number) = (row.Text(RowColumn.RecommendedSecurityUpdate), row.Text(RowColumn.RecommendedSecurityUpdateId));
        // Where it is not said, software without a CVE has an update, as in all documented examples.
        var isAvailable = row.Truth(RowColumn.SecurityUpdateAvailable) ?? cve is null || (name ?? number) is not null;
        return new GivenVulnerabilityRow(
            Software(row),
            cve,
            Shared(_updates, new RecommendedUpdate(name, number, row.Text(RowColumn.RecommendedSecurityUpdateUrl), isAvailable)),
            (row.Text(RowColumn.CveBatchTitle), row.Text(RowColumn.CveBatchUrl)),
            row.Paths,
            Seen(row.Time(RowColumn.FirstSeenTimestamp)) ?? Earliest,
            Seen(row.Time(RowColumn.LastSeenTimestamp)));
    }

    private static GivenSoftware Software(RowValues row) =>
        new(row.Text(RowColumn.SoftwareVendor) ?? "", row.Text(RowColumn.SoftwareName)!, row.Text(RowColumn.SoftwareVersion) ?? "");

    private static Moment? Seen(Moment? time) => time is { } moment ? Moment.Later(moment, Earliest) : null;

    private static T Shared<T>(Dictionary<T, T> known, T value)
        where T : class
    {
        if (known.TryGetValue(value, out var same))
            return same;
        known.Add(value, value);
        return value;
    }

    private bool Needs(RowValues row, RowColumn column, DataPlace place) =>
        !string.IsNullOrEmpty(row.Text(column)) || Refuse(place, column, "is missing, or empty");

    private bool Refuse(DataPlace place, RowColumn column, string problem)
    {
        problems.Add(place with { Column = RowColumns.NameOf(column) }, problem);
        return false;
    }
}
