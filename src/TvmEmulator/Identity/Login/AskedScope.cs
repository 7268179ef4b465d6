namespace TvmEmulator.Identity.Login;

/// <summary>What the <c>scope</c> of a v2 request asks for.</summary>
/// <param name="Audience">The one resource.</param>
/// <param name="Names">What is asked of it: <see cref="Default"/>, or scopes by name.</param>
internal sealed record AskedScope(string Audience, IReadOnlyList<string> Names)
{
    /// <summary>Everything that the application has been given.</summary>
    public const string Default = ".default";

    private static readonly string[] OfOpenId = ["openid", "profile", "email", "offline_access"];

    /// <summary>
    /// Reads the field; null when it names no resource or several. <c>https://resource//.default</c> is the way to ask for an audience that
    /// ends in a slash.
    /// </summary>
    /// <param name="text">Scopes with blanks between: <c>https://resource/name</c>.</param>
    /// <param name="isUser">Whether a user is signed in; an application by itself can only ask for <see cref="Default"/>.</param>
    public static AskedScope? Read(string text, bool isUser)
    {
        string? audience = null;
        var names = new List<string>();
        foreach (var scope in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (isUser && OfOpenId.Contains(scope, StringComparer.Ordinal))
                continue;

            var slash = scope.LastIndexOf('/');
            if (slash <= 0 || slash == scope.Length - 1)
                return null;

            var (resource, name) = (scope[..slash], scope[(slash + 1)..]);
            audience ??= resource;
            if (resource != audience || (!isUser && name != Default))
                return null;
            names.Add(name);
        }

        return audience is null ? null : new AskedScope(audience, names);
    }
}
