using System.Runtime.CompilerServices;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Vulnerabilities.Changes;

/// <summary>What all readers of the changes before a snapshot share.</summary>
internal sealed class ChangeSource(Snapshot newest, ContractEdition edition)
{
    /// <summary>When the CVEs of a release changed.</summary>
    public ChangedReleases Releases { get; } = new(newest);

    /// <summary>What rows are copied from.</summary>
    public VulnerabilityFragments Fragments { get; } = new(newest, VulnerabilityColumns.Change(edition));
}

/// <summary>The sources of the snapshots that are in memory.</summary>
internal sealed class ChangeSources(ContractEdition edition)
{
    private readonly ConditionalWeakTable<Snapshot, ChangeSource> _sources = [];

    /// <summary>The source of a snapshot; made when it is first asked for.</summary>
    public ChangeSource Of(Snapshot newest) => _sources.GetValue(newest, key => new ChangeSource(key, edition));
}
