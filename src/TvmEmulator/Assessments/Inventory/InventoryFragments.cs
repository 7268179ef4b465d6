using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Assessments.Inventory;

/// <summary>
/// The pieces of UTF-8 that rows of one snapshot and dress are copied from. A row is
/// <code>head (device) · body (release and evidence) · first seen · [middle · last seen] · tail (support state)</code>
/// Bodies with their tails are rendered when a row first needs them, heads for each block of devices.
/// </summary>
internal sealed class InventoryFragments
{
    // Some 10 MB: the common looks of any tenant.
    private const int MostBodies = 16 * 1024;

    private readonly Snapshot _snapshot;
    private readonly InventoryColumns _columns;
    private readonly FragmentCache<Body> _bodies;

    public InventoryFragments(Snapshot snapshot, InventoryColumns columns)
    {
        _snapshot = snapshot;
        _columns = columns;
        _bodies = new FragmentCache<Body>(snapshot.Releases.Looks, MostBodies);
        Middle = columns.HasLastSeen ? new ColumnText(columns.Style).Raw("\"").Open("softwareLastSeenTimestamp").ToArray() : [];
    }

    /// <summary>A row's parts that depend on release and evidence.</summary>
    /// <param name="Text">Body, up to the opening quote of the first-seen time, and tail.</param>
    /// <param name="Split">Where the tail begins.</param>
    /// <param name="HasUser">Whether the body holds <see cref="ColumnText.User"/>.</param>
    internal sealed record Body(byte[] Text, int Split, bool HasUser);

    /// <summary>Between the two times; empty when there is only one.</summary>
    public byte[] Middle { get; }

    /// <summary>Bytes of <see cref="RowStyle.Before"/>, which a reader's first row leaves out.</summary>
    public int BeforeLength => _columns.Style.Before.Length;

    /// <summary>The head of a device's rows, from the separator on.</summary>
    public byte[] HeadOf(in Device device)
    {
        var text = new ColumnText(_columns.Style)
            .Raw(_columns.Style.Before).Raw("{").Raw(_columns.Style.Key("deviceId")).Raw("\"").Inside(DeviceNames.IdOf(device)).Raw("\"");
        if (_columns.HasGroupId)
            text.Column("rbacGroupId", device.Group.Id);
        return text
            .Column("rbacGroupName", device.Group.Name)
            .Column("deviceName", _snapshot.Tenant.Fleet.Names.NameOf(device))
            .Column("osPlatform", device.PlatformText)
            .ToArray();
    }

    /// <summary>The body of a look (<see cref="ReleaseTable.LookOf"/>).</summary>
    public Body BodyOf(int look) => _bodies.Find(look) ?? _bodies.Keep(look, RenderBody(look));

    private Body RenderBody(int look)
    {
        var (track, release, variant) = _snapshot.Releases.OfLook(look);
        var version = track.VersionOf(release);
        var evidence = variant < 0 ? null : track.Product.Variants[variant];
        var text = new ColumnText(_columns.Style)
            .Column("softwareVendor", track.Product.Vendor)
            .Column("softwareName", track.Product.Name)
            .Column("softwareVersion", version)
            .Column("numberOfWeaknesses", _snapshot.Releases.WeaknessesOf(_snapshot.Releases.Of(track).First + release))
            .Paths("diskPaths", evidence?.DiskPaths(track, version) ?? [], evidence?.IsLiteral ?? true)
            .Paths("registryPaths", evidence?.RegistryPaths(track, version) ?? [], evidence?.IsLiteral ?? true)
            .Open("softwareFirstSeenTimestamp");

        var split = text.Length;
        var support = SupportState.Of(track, _snapshot.Known);
        var bytes = text.Raw("\"")
            .Column("endOfSupportStatus", support.Status)
            .Column("endOfSupportDate", support.Date?.Utc.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture))
            .Raw("}").Raw(_columns.Style.After)
            .ToArray();
        return new Body(bytes, split, bytes.AsSpan().Contains(ColumnText.User));
    }
}
