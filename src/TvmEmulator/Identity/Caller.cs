namespace TvmEmulator.Identity;

/// <summary>Who sent a request, as far as its Authorization header says.</summary>
/// <param name="Application">Id of the application, at most <see cref="MostCharacters"/> long. Of a token that is not <see cref="IsOurs"/> it is only claimed.</param>
internal sealed record Caller(string Application)
{
    /// <summary>The most characters of an application's id that are kept: journal and quotas remember it.</summary>
    public const int MostCharacters = 64;

    /// <summary>A caller without a token, or with one that says nothing.</summary>
    public static Caller Anonymous { get; } = new("anonymous");

    /// <summary>Whether this emulator issued the token, and nobody has changed it. Only then the claims below are there.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether the token names this emulator's key but was not signed with it.</summary>
    public bool IsForged { get; init; }

    /// <summary>The tenant that the token is for.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>The resource that the token is for.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What an application may do.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What an application may do for its user; null when the token is an application's own.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>When the token was issued, by its world's clock.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>When the token stops to work, by its world's clock.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>Tells tokens apart; null when the token is not ours.</summary>
    public string? TokenId { get; init; }

    /// <summary>An application's id as it is remembered.</summary>
    public static string NameOf(string application)
    {
        if (application.Length == 0)
            return Anonymous.Application;
        if (application.Length <= MostCharacters)
            return application;
        // Half of a surrogate pair is no text.
        return application[..(char.IsHighSurrogate(application[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
    }
}
