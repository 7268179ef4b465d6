namespace TvmEmulator.Quotas;

/// <summary>So many calls within so much time.</summary>
/// <param name="Calls">The most calls.</param>
/// <param name="Length">The time.</param>
internal readonly record struct QuotaWindow(int Calls, TimeSpan Length);
