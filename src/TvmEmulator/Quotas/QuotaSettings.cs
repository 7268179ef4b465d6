using System.Collections.Immutable;
using TvmEmulator.Configuration;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Quotas;

/// <summary>Which limits hold in a world.</summary>
/// <param name="IsEnabled">Whether calls are counted at all.</param>
/// <param name="Factor">How many times the published limits.</param>
/// <param name="Limits">Limits that hold for a route in place of the published ones, by the route's name.</param>
internal sealed record QuotaSettings(bool IsEnabled, decimal Factor, ImmutableDictionary<string, QuotaLimits> Limits)
{
    /// <summary>The smallest factor.</summary>
    public const decimal LeastFactor = 0.01m;

    /// <summary>The largest factor.</summary>
    public const decimal MostFactor = 1000;

    /// <summary>The most calls that a limit of a route can be set to.</summary>
    public const int MostCalls = 1_000_000;

    /// <summary>The published limits.</summary>
    public static QuotaSettings Published { get; } = new(IsEnabled: true, 1, ImmutableDictionary<string, QuotaLimits>.Empty);

    /// <summary>Those of the start-up options.</summary>
    public static QuotaSettings Of(EmulatorOptions options) =>
        options.QuotaFactor is { } factor ? Published with { Factor = factor } : Published with { IsEnabled = false };

    /// <summary>The limits of a route that has some, in force or not.</summary>
    public QuotaLimits LimitsOf(string route, QuotaLimits published)
    {
        if (Limits.Count > 0 && Limits.TryGetValue(route, out var set))
            return set;
        return Factor == 1 ? published : published.Times(Factor);
    }

    /// <summary>The limits that are in force for a route; null when its calls are not counted.</summary>
    public QuotaLimits? LimitsOf(ApiRoute route) => IsEnabled && route.Quota is { } published ? LimitsOf(route.Name, published) : null;
}
