namespace TvmEmulator.Identity;

/// <summary>What a caller needs to be let in to a route: one role of an application's token, or one scope of a user's.</summary>
/// <param name="Application">The role, such as <c>Software.Read.All</c>.</param>
/// <param name="Delegated">The scope, such as <c>Software.Read</c>.</param>
internal sealed record Permission(string Application, string Delegated)
{
    /// <summary>Software and its inventory (contract: get-software, get-assessment-software-inventory).</summary>
    public static Permission Software { get; } = new("Software.Read.All", "Software.Read");
}
