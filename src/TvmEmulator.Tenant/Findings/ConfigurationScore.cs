using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.Tenants.Findings;

/// <summary>
/// The emulator's formula of the configuration score: the share of all that could be met, every configuration weighted by its impact, from 0 to 100.
/// The service's own formula is not published.
/// </summary>
public sealed class ConfigurationScore
{
    private readonly SecureConfigurationTotals _totals;
    private readonly long _most;

    internal ConfigurationScore(SecureConfigurationTotals totals)
    {
        _totals = totals;
        _most = totals.Configurations.Sum(configuration => (long)configuration.Impact * totals.ApplicableOf(configuration));
    }

    /// <summary>The score of the organization; 100 when there is nothing to meet.</summary>
    public decimal Score => 100 - _totals.Configurations.Sum(ImpactOf);

    /// <summary>By how much the score would rise if all devices met a configuration.</summary>
    public decimal ImpactOf(SecureConfiguration configuration) => _most == 0
        ? 0
        : 100m * configuration.Impact * (_totals.ApplicableOf(configuration) - _totals.CompliantOf(configuration)) / _most;
}
