using System.Text;
using System.Text.Encodings.Web;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments.Inventory;

/// <summary>
/// The evaluated rows of some consecutive devices, 16 bytes each, with the heads that they begin with. Finding out what a device has takes
/// about as long as rendering it, so blocks that were read lately are kept (<see cref="BlockCache{T}"/>).
/// </summary>
internal sealed class InventoryBlock
{
    // Devices of a block; few enough that its rows are no large object, which only a full collection would free.
    private const int Places = 32;

    // Some 8 MB; devices of a given organization may have more, and are then not kept.
    private const int Slots = 128, MostRows = 4 * 1024;

    private readonly int[] _ends = new int[Places];
    private readonly byte[][] _heads = new byte[Places][];
    private readonly byte[][] _users = new byte[Places][];
    private readonly Moment[] _lastSeen = new Moment[Places];

    private InventoryBlock(Snapshot snapshot, InventoryFragments fragments, int first)
    {
        var last = Math.Min(first + Places, snapshot.Devices);
        Rows = new Row[snapshot.Inventory.FirstRowOf(last) - snapshot.Inventory.FirstRowOf(first)];

        Span<Installation> found = stackalloc Installation[snapshot.Tenant.MostInstallations];
        var row = 0;
        for (var place = first; place < last; place++)
        {
            var device = snapshot.DeviceAt(place);
            foreach (ref readonly var installation in found[..snapshot.InstallationsOf(device, found)])
                Rows[row++] = new Row(fragments.BodyOf(snapshot.Releases.LookOf(installation)), installation.FirstSeen);

            _ends[place - first] = row;
            _heads[place - first] = fragments.HeadOf(device);
            _users[place - first] = Encoding.UTF8.GetBytes(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(snapshot.Tenant.Fleet.Names.UserOf(device)));
            _lastSeen[place - first] = snapshot.LastSeenOf(device);
        }
    }

    /// <summary>The blocks of a snapshot that were read lately.</summary>
    public static BlockCache<InventoryBlock> Cache(Snapshot snapshot, InventoryFragments fragments) =>
        new(Places, Slots, first => new InventoryBlock(snapshot, fragments, first), block => block.Rows.Length <= MostRows);

    /// <summary>The rows of all its devices.</summary>
    public Row[] Rows { get; }

    /// <summary>Which of <see cref="Rows"/> belong to the device at a place, and what they share.</summary>
    public DeviceRows Of(int place)
    {
        var i = place % Places;
        return new DeviceRows(i == 0 ? 0 : _ends[i - 1], _ends[i], _heads[i], _users[i], _lastSeen[i]);
    }

    /// <summary>A row. It refers to the text of its body directly: one cache miss less for each row.</summary>
    internal readonly struct Row(InventoryFragments.Body body, Moment firstSeen)
    {
        /// <summary>Body and tail.</summary>
        public byte[] Text { get; } = body.Text;

        /// <summary>Where the tail begins.</summary>
        public ushort Split { get; } = checked((ushort)body.Split);

        /// <summary>Whether the body holds <see cref="ColumnText.User"/>.</summary>
        public bool HasUser { get; } = body.HasUser;

        /// <summary>Since when this version has been on the device.</summary>
        public Moment FirstSeen { get; } = firstSeen;
    }

    /// <summary>The rows of one device.</summary>
    internal readonly record struct DeviceRows(int First, int End, byte[] Head, byte[] User, Moment LastSeen);
}
