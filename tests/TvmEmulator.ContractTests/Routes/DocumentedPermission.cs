namespace TvmEmulator.ContractTests.Routes;

/// <summary>What a page lists under "Permissions": a caller needs one of the roles, or one of the scopes.</summary>
/// <param name="Roles">For applications.</param>
/// <param name="Scopes">For users; none where the page lists no delegated permission.</param>
internal sealed record DocumentedPermission(string[] Roles, string[] Scopes)
{
    public static DocumentedPermission Software { get; } = new(["Software.Read.All"], ["Software.Read"]);

    public static DocumentedPermission MissingKbsOfMachine { get; } = new(["Software.Read.All"], []);

    public static DocumentedPermission Vulnerability { get; } = new(["Vulnerability.Read.All"], ["Vulnerability.Read"]);

    public static DocumentedPermission Machine { get; } = new(["Machine.Read.All", "Machine.ReadWrite.All"], ["Machine.Read", "Machine.ReadWrite"]);

    public static DocumentedPermission Recommendation { get; } = new(["SecurityRecommendation.Read.All"], ["SecurityRecommendation.Read"]);

    /// <summary>As printed: the role is that of software, the scope that of recommendations.</summary>
    public static DocumentedPermission SoftwareOfRecommendation { get; } = new(["Software.Read.All"], ["SecurityRecommendation.Read"]);

    public static DocumentedPermission Score { get; } = new(["Score.Read.All"], ["Score.Read"]);

    /// <summary>As printed: the role is in the plural, the scope is not.</summary>
    public static DocumentedPermission RemediationTask { get; } = new(["RemediationTasks.Read.All"], ["RemediationTask.Read"]);

    public static DocumentedPermission Baseline { get; } = new(["SecurityBaselinesAssessment.Read.All"], ["SecurityBaselinesAssessment.Read"]);

    /// <summary>Every role of the family.</summary>
    public static IEnumerable<string> AllRoles => Distinct.SelectMany(permission => permission.Roles);

    /// <summary>Every scope of the family.</summary>
    public static IEnumerable<string> AllScopes => Distinct.SelectMany(permission => permission.Scopes);

    private static DocumentedPermission[] Distinct => [Software, Vulnerability, Machine, Recommendation, Score, RemediationTask, Baseline];
}
