using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>The rows of a device, put together.</summary>
/// <param name="Installations">What is installed, in row order.</param>
/// <param name="FindingsSeen">Since when each of the findings of each installation has been there.</param>
internal sealed record MergedRows(InstallationDraft[] Installations, Moment[] FindingsSeen);
