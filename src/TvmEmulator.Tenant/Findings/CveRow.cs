using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Findings;

/// <summary>A CVE on a version that a device has.</summary>
/// <param name="Number">Its number among all rows of the snapshot, from 0 on.</param>
/// <param name="Device">The device.</param>
/// <param name="Affected">The CVE, and the line of the version.</param>
/// <param name="Release">The number of the version within the line.</param>
public readonly record struct CveRow(int Number, Device Device, AffectedReleases Affected, int Release);
