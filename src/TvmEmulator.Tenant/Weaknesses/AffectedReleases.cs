using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Installations;
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
    /// <summary>What vulnerability rows say; null when it was not given.</summary>
    internal GivenFinding? Given => GivenPlace < 0 ? null : Track.Given!.Findings[GivenPlace];

    /// <summary>Place of <see cref="Given"/> among the findings of the release; -1 when there is none.</summary>
    internal int GivenPlace { get; } = Track.Given?.PlaceOf(Cve.Id) ?? -1;

    /// <summary>Title of what the CVE was published with; null when rows do not say.</summary>
    public string? BatchTitle => Given is { } given ? given.BatchTitle
        : string.Create(CultureInfo.InvariantCulture, $"{Product.TitleOf(Track.Product.Vendor)} {Cve.Published.Utc:MMMM yyyy} Vulnerabilities");

    /// <summary>Where that is described, at a host that does not exist unless it was given.</summary>
    public string? BatchUrl => Given is { } given ? given.BatchUrl
        : string.Create(CultureInfo.InvariantCulture, $"https://batches.example/{Track.Product.Vendor}/{Cve.Published.Utc:yyyy-MM}");

    /// <summary>Whether a release is affected, as far as is known at a moment.</summary>
    public bool Affects(int release, Moment moment) => release >= First && release < End && Published <= moment;

    /// <summary>The update that ends it; null as long as there is none.</summary>
    public SecurityUpdate? UpdateAt(Moment moment) => !HasUpdateAt(moment) ? null
        : Given is { } given ? SecurityUpdate.Of(Track, given.Update)
        : SecurityUpdate.Of(Track, End);

    /// <summary>Whether the update that ends it is out; a given one must have a name or a number.</summary>
    public bool HasUpdateAt(Moment moment) => Given is { } given ? given.Update.IsNamed : End != int.MaxValue && Track.ReleaseAt(moment) >= End;

    /// <summary>When that update came out; null as long as there is none, and for a given one, of which nobody says it.</summary>
    public Moment? UpdateReleasedAt(Moment moment) => Given is null && HasUpdateAt(moment) ? Track.DateOf(End) : null;

    /// <summary>What rows recommend.</summary>
    public RecommendedUpdate RecommendedAt(Moment moment) => Given is { } given ? given.Update
        : UpdateAt(moment) is { } update ? RecommendedUpdate.Of(update)
        : RecommendedUpdate.None;

    /// <summary>Since when a device has been known to have it: as it was given, else by the releases that were there.</summary>
    /// <param name="device">The device.</param>
    /// <param name="installation">What it has of the line.</param>
    public Moment FirstSeen(in Device device, in Installation installation) => GivenPlace >= 0 && installation.FirstFinding >= 0 && device.Given is { } given
        ? given.FindingsSeen[installation.FirstFinding + GivenPlace]
        : FirstSeen(installation.LineSince, installation.Release, installation.FirstSeen);

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
