namespace TvmEmulator.Tenants.Overlays;

/// <summary>A CVE with all that it affects, in place of what the tenant knows about this id.</summary>
/// <param name="Id">Its id: letters, digits and dashes.</param>
/// <param name="Remove">Takes it away everywhere; nothing else is looked at then.</param>
/// <param name="Published">Since when it is counted; by default it always was.</param>
/// <param name="Affects">The software that it affects.</param>
public sealed record CveChange(
    string Id,
    bool Remove = false,
    DateTimeOffset? Published = null,
    IReadOnlyList<AffectedSoftware>? Affects = null);

/// <summary>A product that a CVE affects.</summary>
/// <param name="Software">The software id.</param>
/// <param name="Versions">The affected versions, letter by letter; null or none stands for all.</param>
public sealed record AffectedSoftware(string Software, IReadOnlyList<string>? Versions = null);
