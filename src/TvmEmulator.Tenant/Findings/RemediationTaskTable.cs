namespace TvmEmulator.Tenants.Findings;

/// <summary>The remediation tasks of the last three months; see <see cref="RemediationTaskRules"/>.</summary>
public sealed class RemediationTaskTable
{
    /// <summary>The most tasks.</summary>
    public const int Most = 6;

    internal RemediationTaskTable(IReadOnlyList<RemediationTask> newestFirst) => All = newestFirst;

    /// <summary>All of them, newest first.</summary>
    public IReadOnlyList<RemediationTask> All { get; }

    /// <summary>The task with an id; null when there is none.</summary>
    public RemediationTask? Find(string id) => Guid.TryParse(id, out var guid) ? All.FirstOrDefault(task => task.Id == guid) : null;
}
