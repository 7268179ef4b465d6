namespace TvmEmulator.Identity;

/// <summary>What a caller needs to be let in to a route: one role of an application's token, or one scope of a user's.</summary>
/// <param name="Application">The role, such as <c>Software.Read.All</c>.</param>
/// <param name="Delegated">The scope, such as <c>Software.Read</c>.</param>
internal sealed record Permission(string Application, string Delegated)
{
    /// <summary>Software and its inventory (contract: get-software, get-assessment-software-inventory).</summary>
    public static Permission Software { get; } = new("Software.Read.All", "Software.Read");

    /// <summary>Weaknesses and configurations of devices (contract: get-assessment-secure-config).</summary>
    public static Permission Vulnerabilities { get; } = new("Vulnerability.Read.All", "Vulnerability.Read");

    /// <summary>Baselines (contract: export-security-baseline-assessment).</summary>
    public static Permission Baselines { get; } = new("SecurityBaselinesAssessment.Read.All", "SecurityBaselinesAssessment.Read");

    /// <summary>Every permission that the pages of the family name; callers have them all until a world names its clients.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        Software,
        Vulnerabilities,
        new("Machine.Read.All", "Machine.Read"),
        new("Machine.ReadWrite.All", "Machine.ReadWrite"),
        new("SecurityRecommendation.Read.All", "SecurityRecommendation.Read"),
        new("SecurityConfiguration.Read.All", "SecurityConfiguration.Read"),
        Baselines,
        new("Score.Read.All", "Score.Read"),
        new("RemediationTasks.Read.All", "RemediationTask.Read"),
    ];

    /// <summary>The roles of all of them.</summary>
    public static IReadOnlyList<string> AllRoles { get; } = [.. All.Select(permission => permission.Application)];

    /// <summary>The scopes that a user has through an application with some roles.</summary>
    public static IReadOnlyList<string> ScopesOf(IReadOnlyList<string> roles) =>
        [.. All.Where(permission => roles.Contains(permission.Application, StringComparer.Ordinal)).Select(permission => permission.Delegated)];
}
