namespace TvmEmulator.Quotas;

/// <summary>What a caller has used of the limits of a route.</summary>
/// <param name="Application">The caller.</param>
/// <param name="Route">Name of the route.</param>
/// <param name="InMinute">Calls within the last minute.</param>
/// <param name="InHour">Calls within the last hour.</param>
/// <param name="FreeAgain">When the next call is allowed; null when it is now.</param>
internal sealed record QuotaUse(string Application, string Route, int InMinute, int InHour, DateTimeOffset? FreeAgain);
