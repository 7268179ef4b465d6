using System.Collections.Immutable;
using TvmEmulator.Faults;
using TvmEmulator.Identity;
using TvmEmulator.Quotas;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Worlds;

namespace TvmEmulator.Scenarios;

/// <summary>What worlds begin with, as a scenario file says it; null is what it does not mention.</summary>
/// <param name="Clients">The applications that the token endpoints know.</param>
/// <param name="Quotas">How often callers may call.</param>
/// <param name="Clocks">What time it is.</param>
/// <param name="Faults">What goes wrong.</param>
/// <param name="Overlay">Changes on top of the generated organization.</param>
internal sealed record Scenario(
    IReadOnlyList<KnownClient>? Clients, ScenarioQuotas? Quotas, ScenarioClocks? Clocks, IReadOnlyList<FaultRule>? Faults, OverlayChanges? Overlay)
{
    /// <summary>A scenario that mentions nothing.</summary>
    public static Scenario Empty { get; } = new(null, null, null, null, null);
}

/// <summary>How often callers may call.</summary>
/// <param name="IsOff">Whether calls are not counted at all.</param>
/// <param name="Factor">How many times the published limits; null does not say.</param>
/// <param name="Limits">Limits of single routes, in place of the published ones.</param>
internal sealed record ScenarioQuotas(bool IsOff, decimal? Factor, IReadOnlyList<ScenarioLimit> Limits)
{
    /// <summary>Some settings with what is said here in place of what they say.</summary>
    public QuotaSettings ChangeOf(QuotaSettings settings) => new(
        !IsOff && (settings.IsEnabled || Factor is not null || Limits.Count > 0),
        Factor ?? settings.Factor,
        Limits.ToImmutableDictionary(limit => limit.Route, limit => new QuotaLimits(limit.PerMinute, limit.PerHour), StringComparer.Ordinal));
}

/// <summary>How often callers may call one route.</summary>
/// <param name="Route">Its name.</param>
/// <param name="PerMinute">Calls within a minute.</param>
/// <param name="PerHour">Calls within an hour.</param>
internal sealed record ScenarioLimit(string Route, int PerMinute, int PerHour);

/// <summary>What time it is; service time is given as a time or as a lead over the wall clock, not as both.</summary>
/// <param name="ServiceTime">Service time at the start.</param>
/// <param name="Advance">How far service time is ahead of the wall clock.</param>
/// <param name="Freeze">Whether service time stands still; null does not say.</param>
/// <param name="DataTime">Data time.</param>
internal sealed record ScenarioClocks(DateTimeOffset? ServiceTime, TimeSpan? Advance, bool? Freeze, ScenarioDataTime? DataTime)
{
    /// <summary>Where service time begins in a world that starts with this.</summary>
    public ClockStart Start => new(ServiceTime, Advance ?? TimeSpan.Zero, Freeze ?? false);
}
