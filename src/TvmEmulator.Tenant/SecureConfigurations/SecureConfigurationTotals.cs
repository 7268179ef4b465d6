using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>On how many devices of a snapshot each secure configuration applies and is met.</summary>
public sealed class SecureConfigurationTotals
{
    private readonly int[] _applicable = new int[SecureConfiguration.All.Count];
    private readonly int[] _compliant = new int[SecureConfiguration.All.Count];

    internal SecureConfigurationTotals(Snapshot snapshot)
    {
        Parallel.For(
            0,
            snapshot.Devices,
            static () => new Counts(),
            (place, _, counts) =>
            {
                counts.Rows.Clear();
                SecureConfigurationRules.Find(snapshot.DeviceAt(place), snapshot.Mark.At, counts.Rows);
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

    /// <summary>Number of devices that a configuration applies to.</summary>
    public int ApplicableOf(SecureConfiguration configuration) => _applicable[configuration.Index];

    /// <summary>Number of devices that meet a configuration.</summary>
    public int CompliantOf(SecureConfiguration configuration) => _compliant[configuration.Index];

    private sealed class Counts
    {
        public List<SecureConfigurationRow> Rows { get; } = [];

        public int[] Applicable { get; } = new int[SecureConfiguration.All.Count];

        public int[] Compliant { get; } = new int[SecureConfiguration.All.Count];
    }
}
