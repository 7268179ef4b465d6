using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>On how many devices of a snapshot each secure configuration applies and is met.</summary>
public sealed class SecureConfigurationTotals
{
    private readonly int[] _applicable, _compliant;

    internal SecureConfigurationTotals(Snapshot snapshot)
    {
        Configurations = snapshot.Tenant.SecureConfigurations;
        _applicable = new int[Configurations.Count];
        _compliant = new int[Configurations.Count];
        Parallel.For(
            0,
            snapshot.Devices,
            () => new Counts(Configurations.Count),
            (place, _, counts) =>
            {
                counts.Rows.Clear();
                SecureConfigurationRules.Find(snapshot.Tenant, snapshot.DeviceAt(place), snapshot.Mark.At, counts.Rows);
                foreach (var row in counts.Rows)
                {
                    counts.Applicable[row.Configuration.Index] += row.IsApplicable ? 1 : 0;
                    counts.Compliant[row.Configuration.Index] += row.IsCompliant ? 1 : 0;
                }

                return counts;
            },
            counts =>
            {
                lock (_applicable)
                {
                    for (var i = 0; i < _applicable.Length; i++)
                    {
                        _applicable[i] += counts.Applicable[i];
                        _compliant[i] += counts.Compliant[i];
                    }
                }
            });
    }

    /// <summary>The configurations that devices are assessed by.</summary>
    public IReadOnlyList<SecureConfiguration> Configurations { get; }

    /// <summary>Number of devices that a configuration applies to.</summary>
    public int ApplicableOf(SecureConfiguration configuration) => _applicable[configuration.Index];

    /// <summary>Number of devices that meet a configuration.</summary>
    public int CompliantOf(SecureConfiguration configuration) => _compliant[configuration.Index];

    private sealed class Counts(int configurations)
    {
        public List<SecureConfigurationRow> Rows { get; } = [];

        public int[] Applicable { get; } = new int[configurations];

        public int[] Compliant { get; } = new int[configurations];
    }
}
