namespace TvmEmulator.Identity.Tokens;

/// <summary>What a token is to say.</summary>
/// <param name="Application">Whose it is: the client id.</param>
/// <param name="Audience">The resource that it is for.</param>
internal sealed record TokenGrant(string Application, string Audience)
{
    /// <summary>What Entra says of a token that it has just issued.</summary>
    public static TimeSpan UsualLifetime { get; } = TimeSpan.FromSeconds(3599);

    /// <summary>Roles of an application's own token. All of them unless something else is said.</summary>
    public IReadOnlyList<string> Roles { get; init; } = Permission.AllRoles;

    /// <summary>Scopes of a token that acts for a user, in place of roles; null for an application's own.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The user's name, where there are scopes.</summary>
    public string User { get; init; } = "user@example.com";

    /// <summary>How long it works, a second at least. An hour less a second unless something else is said.</summary>
    public TimeSpan Lifetime { get; init; } = UsualLifetime;
}
