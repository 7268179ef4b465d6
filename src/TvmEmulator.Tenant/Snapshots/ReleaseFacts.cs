using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>What an installed release says about the device that it is on.</summary>
/// <param name="Os">The operating system that it is; null when it is none.</param>
/// <param name="AgentVersion">The version of the sensor that it is; null when it is none.</param>
/// <param name="Exposure">What its CVEs mean to the device.</param>
internal sealed record ReleaseFacts(OsRelease? Os, string? AgentVersion, Exposure Exposure);
