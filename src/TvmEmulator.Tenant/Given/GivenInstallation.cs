using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>What is installed on a given device.</summary>
/// <param name="Release">Place among the releases of the organization.</param>
/// <param name="Variant">Place among the variants of its product; -1 when it shows nothing.</param>
/// <param name="FirstSeen">Since when it is there.</param>
/// <param name="FirstFinding">Place of the first finding of its release in <see cref="GivenDevice.FindingsSeen"/>.</param>
internal readonly record struct GivenInstallation(int Release, int Variant, Moment FirstSeen, int FirstFinding);
