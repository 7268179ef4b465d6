using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>Consecutive releases of a line that a CVE affects.</summary>
/// <param name="Number">Dense number among all of its table.</param>
/// <param name="Cve">The CVE.</param>
/// <param name="Track">The line.</param>
/// <param name="First">The first affected release.</param>
/// <param name="End">The first release that is not affected any more; it may not be out yet. <see cref="int.MaxValue"/> when none is planned.</param>
/// <param name="Published">Since when it is known.</param>
public sealed record AffectedReleases(int Number, Cve Cve, Track Track, int First, int End, Moment Published)
{
    /// <summary>Whether a release is affected, as far as is known at a moment.</summary>
    public bool Affects(int release, Moment moment) => release >= First && release < End && Published <= moment;

    /// <summary>The update that ends it; null as long as there is none.</summary>
    public SecurityUpdate? UpdateAt(Moment moment) => HasUpdateAt(moment) ? SecurityUpdate.Of(Track, End) : null;

    /// <summary>Whether the update that ends it is out.</summary>
    public bool HasUpdateAt(Moment moment) => End != int.MaxValue && Track.ReleaseAt(moment) >= End;

    /// <summary>Since when a device has been known to have it: when one of the affected releases was there and the CVE was published.</summary>
    /// <param name="lineSince">Since when the device has been on the line.</param>
    /// <param name="release">The release that it has.</param>
    /// <param name="releaseSince">Since when it has had this one.</param>
    public Moment FirstSeen(Moment lineSince, int release, Moment releaseSince)
    {
        if (First == 0 || releaseSince == lineSince || Track.ReleaseAt(lineSince) >= First)
            return Moment.Later(Published, lineSince);

        // Devices take every release of their line at the same distance.
        var lag = releaseSince.Seconds - Track.DateOf(release).Seconds;
        return Moment.Later(Published, Track.DateOf(First).Plus(lag));
    }
}
