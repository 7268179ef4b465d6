namespace TvmEmulator.Identity.Login;

/// <summary>Where a library would send a user to sign in: <c>https://host/tenant/oauth2/v2.0/authorize</c>.</summary>
/// <param name="Tenant">The tenant that it names.</param>
/// <param name="Version">The generation of the endpoint.</param>
internal sealed record AuthorizationEndpoint(string Tenant, LoginVersion Version)
{
    /// <summary>Reads an endpoint; null when it is none. What stands before the tenant is the path of a public URL.</summary>
    public static AuthorizationEndpoint? Read(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var endpoint))
            return null;

        return endpoint.AbsolutePath.Split('/') switch
        {
            [.., var tenant, "oauth2", "v2.0", "authorize"] => new AuthorizationEndpoint(tenant, LoginVersion.V2),
            [.., var tenant, "oauth2", "authorize"] => new AuthorizationEndpoint(tenant, LoginVersion.V1),
            _ => null,
        };
    }
}
