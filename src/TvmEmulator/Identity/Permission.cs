namespace TvmEmulator.Identity;

/// <summary>What a caller needs to be let in to a route: one role of an application's token, or one scope of a user's.</summary>
/// <param name="Application">The role, such as <c>Software.Read.All</c>.</param>
/// <param name="Delegated">The scope, such as <c>Software.Read</c>.</param>
internal sealed record Permission(string Application, string Delegated)
{
    /// <summary>Software and its inventory (contract: get-software, get-assessment-software-inventory).</summary>
    public static Permission Software { get; } = new("Software.Read.All", "Software.Read");

    /// <summary>Vulnerabilities, and how devices are configured (contract: get-all-vulnerabilities, get-assessment-software-vulnerabilities, get-assessment-secure-config).</summary>
    public static Permission Vulnerability { get; } = new("Vulnerability.Read.All", "Vulnerability.Read");

    /// <summary>Baselines (contract: export-security-baseline-assessment).</summary>
    public static Permission Baselines { get; } = new("SecurityBaselinesAssessment.Read.All", "SecurityBaselinesAssessment.Read");

    /// <summary>Machines: who may change them may read them as well (contract: get-machines).</summary>
    public static Permission Machine { get; } = new("Machine.Read.All", "Machine.Read") { Or = new("Machine.ReadWrite.All", "Machine.ReadWrite") };

    /// <summary>Recommendations (contract: get-all-recommendations).</summary>
    public static Permission Recommendation { get; } = new("SecurityRecommendation.Read.All", "SecurityRecommendation.Read");

    /// <summary>Scores (contract: get-exposure-score).</summary>
    public static Permission Score { get; } = new("Score.Read.All", "Score.Read");

    /// <summary>Remediation tasks (contract: get-remediation-all-activities).</summary>
    public static Permission RemediationTasks { get; } = new("RemediationTasks.Read.All", "RemediationTask.Read");

    /// <summary>Every permission that the pages of the family name; callers have them all until a world names its clients.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        Software,
        Vulnerability,
        Machine,
        Machine.Or!,
        Recommendation,
        new("SecurityConfiguration.Read.All", "SecurityConfiguration.Read"),
        Baselines,
        Score,
        RemediationTasks,
    ];

    /// <summary>The roles of all of them.</summary>
    public static IReadOnlyList<string> AllRoles { get; } = [.. All.Select(permission => permission.Application)];

    /// <summary>Another permission that does as well; null when there is none.</summary>
    public Permission? Or { get; init; }

    /// <summary>Whether no user is let in, whatever the scopes.</summary>
    public bool IsForApplicationsOnly { get; init; }

    /// <summary>The roles of which an application needs one.</summary>
    public IReadOnlyList<string> Roles => Or is null ? [Application] : [Application, .. Or.Roles];

    /// <summary>The scopes of which a user needs one.</summary>
    public IReadOnlyList<string> Scopes => Or is null ? [Delegated] : [Delegated, .. Or.Scopes];

    /// <summary>The scopes that a user has through an application with some roles.</summary>
    public static IReadOnlyList<string> ScopesOf(IReadOnlyList<string> roles) =>
        [.. All.Where(permission => roles.Contains(permission.Application, StringComparer.Ordinal)).Select(permission => permission.Delegated)];

    /// <summary>Whether a caller has it.</summary>
    public bool IsHeldBy(Caller caller) => caller.Scopes is { } scopes
        ? !IsForApplicationsOnly && Scopes.Any(scope => scopes.Contains(scope, StringComparer.Ordinal))
        : Roles.Any(role => caller.Roles.Contains(role, StringComparer.Ordinal));
}
