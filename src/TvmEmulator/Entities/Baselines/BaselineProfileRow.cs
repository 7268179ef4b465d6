using TvmEmulator.Tenants.Baselines;

namespace TvmEmulator.Entities.Baselines;

/// <summary>A baseline profile, and how many devices it is assessed on.</summary>
internal sealed record BaselineProfileRow(BaselineProfile Profile, int PassedDevices, int TotalDevices);
