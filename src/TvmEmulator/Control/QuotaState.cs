using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;

namespace TvmEmulator.Control;

/// <summary>The quotas of a world.</summary>
/// <param name="Enabled">Whether calls are counted.</param>
/// <param name="Factor">How many times the published limits hold.</param>
/// <param name="Limits">What holds for each route.</param>
/// <param name="Callers">Who has called within the last hour.</param>
internal sealed record QuotaState(bool Enabled, decimal Factor, IReadOnlyList<QuotaState.Limit> Limits, IReadOnlyList<QuotaState.Use> Callers)
{
    /// <summary>Reads the quotas of a world.</summary>
    public static QuotaState Of(QuotaLedger quotas, IEnumerable<ApiRoute> counted)
    {
        var settings = quotas.Settings;
        return new QuotaState(
            settings.IsEnabled,
            settings.Factor,
            [.. counted.Select(route => Limit.Of(route.Name, settings.LimitsOf(route.Name, route.Quota!.Value)))],
            [.. quotas.Uses.Select(use => new Use(use.Application, use.Route, use.InMinute, use.InHour, use.FreeAgain is { } free ? ControlTime.Text(free) : null))]);
    }

    /// <summary>The limits of a route.</summary>
    internal sealed record Limit(string Route, int PerMinute, int PerHour)
    {
        public static Limit Of(string route, QuotaLimits limits) => new(route, limits.PerMinute, limits.PerHour);
    }

    /// <summary>What a caller has used; <paramref name="FreeAgainAt"/> is null when its next call is allowed now.</summary>
    internal sealed record Use(string Application, string Route, int UsedInMinute, int UsedInHour, string? FreeAgainAt);
}
