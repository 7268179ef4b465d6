using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>A row of the software inventory.</summary>
/// <param name="Software">What is installed.</param>
/// <param name="Weaknesses">Number of its known CVEs.</param>
/// <param name="Support">What is said about the end of its support.</param>
/// <param name="Paths">How it shows itself; null when it does not.</param>
/// <param name="FirstSeen">Since when it is there.</param>
/// <param name="LastSeen">When it was seen last; null when the row does not say.</param>
public readonly record struct GivenInventoryRow(
    GivenSoftware Software, int Weaknesses, SupportState Support, EvidenceVariant? Paths, Moment FirstSeen, Moment? LastSeen);
