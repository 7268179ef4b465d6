using System.Globalization;
using TvmEmulator.Tenants.Catalog;
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
    private readonly Snapshot _snapshot;
    private readonly InventoryColumns _columns;
    // Some 10 MB: the common looks of any tenant. A large tenant begins anew from time to time, and only rare looks are rendered twice.
    private const int MostBodies = 16 * 1024;

    private readonly Body?[] _bodies;
    private int _rendered;

    public InventoryFragments(Snapshot snapshot, InventoryColumns columns)
    {
        _snapshot = snapshot;
        _columns = columns;
        _bodies = new Body?[snapshot.Releases.Looks];
        Middle = columns.HasLastSeen ? new JsonText().Raw("\",").Raw(columns.Key("softwareLastSeenTimestamp")).Raw("\"").ToArray() : [];
    }

    /// <summary>Stands in a body where the name of the device's user goes; no JSON text holds this byte.</summary>
    public const byte User = 0;

    /// <summary>A row's parts that depend on release and evidence.</summary>
    /// <param name="Text">Body, up to the opening quote of the first-seen time, and tail.</param>
    /// <param name="Split">Where the tail begins.</param>
    /// <param name="HasUser">Whether the body holds <see cref="User"/>.</param>
    internal sealed record Body(byte[] Text, int Split, bool HasUser);

    /// <summary>Between the two times; empty when there is only one.</summary>
    public byte[] Middle { get; }

    /// <summary>Bytes of <see cref="InventoryColumns.Before"/>, which a reader's first row leaves out.</summary>
    public int BeforeLength => _columns.Before.Length;

    /// <summary>The head of a device's rows, from the separator on.</summary>
    public byte[] HeadOf(in Device device)
    {
        var text = new JsonText().Raw(_columns.Before).Raw("{").Raw(_columns.Key("deviceId")).String(DeviceNames.IdOf(device));
        if (_columns.HasGroupId)
            text.Raw(",").Raw(_columns.Key("rbacGroupId")).Raw(device.Group.Id.ToString(CultureInfo.InvariantCulture));
        return text
            .Raw(",").Raw(_columns.Key("rbacGroupName")).String(device.Group.Name)
            .Raw(",").Raw(_columns.Key("deviceName")).String(_snapshot.Tenant.Fleet.Names.NameOf(device))
            .Raw(",").Raw(_columns.Key("osPlatform")).String(device.Platform.Text())
            .ToArray();
    }

    /// <summary>The body of a look (<see cref="ReleaseTable.LookOf"/>).</summary>
    public Body BodyOf(int look)
    {
        // Racing threads render equal bodies; the last one stays.
        ref var body = ref _bodies[look];
        if (Volatile.Read(ref body) is { } known)
            return known;

        if (Interlocked.Increment(ref _rendered) % MostBodies == 0)
            Array.Clear(_bodies);
        return body = RenderBody(look);
    }

    private Body RenderBody(int look)
    {
        var (track, release, variant) = _snapshot.Releases.OfLook(look);
        var version = track.VersionOf(release);
        var weaknesses = _snapshot.Releases.WeaknessesOf(_snapshot.Releases.Of(track).First + release);
        var text = new JsonText()
            .Raw(",").Raw(_columns.Key("softwareVendor")).String(track.Product.Vendor)
            .Raw(",").Raw(_columns.Key("softwareName")).String(track.Product.Name)
            .Raw(",").Raw(_columns.Key("softwareVersion")).String(version)
            .Raw(",").Raw(_columns.Key("numberOfWeaknesses")).Raw(weaknesses.ToString(CultureInfo.InvariantCulture));

        var evidence = variant < 0 ? null : track.Product.Variants[variant];
        AppendPaths(text, "diskPaths", evidence?.DiskPaths(track, version) ?? []);
        AppendPaths(text, "registryPaths", evidence?.RegistryPaths(track, version) ?? []);
        text.Raw(",").Raw(_columns.Key("softwareFirstSeenTimestamp")).Raw("\"");

        var split = text.Length;
        AppendTail(text, track);
        var bytes = text.ToArray();
        return new Body(bytes, split, bytes.AsSpan().Contains(User));
    }

    private void AppendPaths(JsonText text, string column, IEnumerable<string> paths)
    {
        text.Raw(",").Raw(_columns.Key(column)).Raw("[");
        var separator = "";
        foreach (var path in paths)
        {
            text.Raw(separator).Raw("\"");
            var pieces = path.Split(EvidenceVariant.User);
            text.Inside(pieces[0]);
            foreach (var piece in pieces.AsSpan(1))
                text.Raw("\0").Inside(piece);
            text.Raw("\"");
            separator = ",";
        }

        text.Raw("]");
    }

    private void AppendTail(JsonText text, Track track)
    {
        var support = SupportState.Of(track, _snapshot.Mark.At);
        text.Raw("\",").Raw(_columns.Key("endOfSupportStatus")).String(support.Status);
        if (support.Date is { } date)
            text.Raw(",").Raw(_columns.Key("endOfSupportDate")).String(date.Utc.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        else if (_columns.WritesNulls)
            text.Raw(",").Raw(_columns.Key("endOfSupportDate")).Raw("null");
        text.Raw("}").Raw(_columns.After);
    }
}
