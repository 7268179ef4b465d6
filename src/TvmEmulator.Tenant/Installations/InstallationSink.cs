using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Installations;

/// <summary>Collects the installations of one device together with their order.</summary>
internal ref struct InstallationSink(in Device device, Moment moment, ulong discipline, Span<Installation> found, Span<uint> order)
{
    private readonly ulong _discipline = discipline;
    private readonly Span<Installation> _found = found;
    private readonly Span<uint> _order = order;

    public readonly Device Device = device;
    public readonly Moment Moment = moment;

    public int Count { get; private set; }

    /// <summary>Whether a line is among those added from place <paramref name="from"/> on.</summary>
    public readonly bool Holds(Track track, int from)
    {
        foreach (ref readonly var installation in _found[from..Count])
        {
            if (installation.Track == track.Index)
                return true;
        }

        return false;
    }

    /// <summary>Adds what is installed of a line.</summary>
    public void Add(Track track, Moment arrived, ulong hash)
    {
        if (Count == InstallationRules.MostGenerated)
            return;

        var (release, firstSeen) = CurrentRelease.Of(track, arrived, hash, _discipline, Moment);
        var variant = track.Product.VariantOf(Device.Platform.Family(), StableHash.Mix(hash, 6));
        // Lines of a product that are side by side are listed in version order, so the order of lines is the order of rows.
        _order[Count] = (uint)track.Index;
        _found[Count++] = new Installation(track.Index, release, variant, firstSeen) { LineSince = arrived };
    }
}
