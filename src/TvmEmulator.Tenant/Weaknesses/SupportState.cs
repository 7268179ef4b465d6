using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>What the service says about the end of support of a software version.</summary>
/// <param name="Status">
/// <c>None</c>, <c>EOS Version</c>, <c>Upcoming EOS Version</c>, <c>EOS Software</c> or <c>Upcoming EOS Software</c>
/// (contract: get-assessment-software-inventory).
/// </param>
/// <param name="Date">The day on which support ends or ended; null with <c>None</c>.</param>
public readonly record struct SupportState(string Status, Moment? Date)
{
    /// <summary>An end is upcoming in the half year before it.</summary>
    public const int UpcomingDays = 183;

    /// <summary>The state of a line of releases at a moment: as it was given, else the product's own end goes before the line's.</summary>
    public static SupportState Of(Track track, Moment moment) =>
        track.Given?.Support
        ?? State(track.Product.EndOfSupport, moment, "EOS Software", "Upcoming EOS Software")
        ?? State(track.EndOfSupport, moment, "EOS Version", "Upcoming EOS Version")
        ?? new SupportState("None", null);

    private static SupportState? State(Moment? end, Moment moment, string ended, string upcoming)
    {
        if (end is not { } date || date > moment.PlusDays(UpcomingDays))
            return null;
        return new SupportState(date <= moment ? ended : upcoming, date);
    }
}
