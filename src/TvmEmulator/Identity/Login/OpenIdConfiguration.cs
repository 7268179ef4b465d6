using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.Identity.Login;

/// <summary>The OpenID configuration of a tenant. Endpoints that are not emulated stand in it where libraries insist on them.</summary>
internal sealed record OpenIdConfiguration(
    string TokenEndpoint,
    IReadOnlyList<string> TokenEndpointAuthMethodsSupported,
    string JwksUri,
    IReadOnlyList<string> ResponseModesSupported,
    IReadOnlyList<string> SubjectTypesSupported,
    IReadOnlyList<string> IdTokenSigningAlgValuesSupported,
    IReadOnlyList<string> ResponseTypesSupported,
    IReadOnlyList<string> ScopesSupported,
    string Issuer,
    string AuthorizationEndpoint)
{
    /// <summary>The configuration.</summary>
    /// <param name="baseUrl">Scheme, host and port, without a slash at the end.</param>
    /// <param name="tenant">The tenant as the caller writes it.</param>
    /// <param name="tenantId">Its id.</param>
    /// <param name="version">Which of the two configurations.</param>
    public static OpenIdConfiguration Of(string baseUrl, string tenant, Guid tenantId, LoginVersion version)
    {
        var isV1 = version == LoginVersion.V1;
        var oauth = isV1 ? $"{baseUrl}/{tenant}/oauth2" : $"{baseUrl}/{tenant}/oauth2/v2.0";
        return new OpenIdConfiguration(
            TokenEndpoint: $"{oauth}/token",
            TokenEndpointAuthMethodsSupported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            JwksUri: isV1 ? $"{baseUrl}/{tenant}/discovery/keys" : $"{baseUrl}/{tenant}/discovery/v2.0/keys",
            ResponseModesSupported: ["query", "fragment", "form_post"],
            SubjectTypesSupported: ["pairwise"],
            IdTokenSigningAlgValuesSupported: [SigningKey.Algorithm],
            ResponseTypesSupported: ["code", "id_token", "code id_token", "id_token token"],
            ScopesSupported: isV1 ? ["openid"] : ["openid", "profile", "email", "offline_access"],
            Issuer: isV1 ? TokenIssuer.NameFor(baseUrl, tenantId) : $"{baseUrl}/{tenantId}/v2.0",
            AuthorizationEndpoint: $"{oauth}/authorize");
    }

    /// <summary>Where it is found.</summary>
    public static string UrlOf(string baseUrl, string tenant, LoginVersion version) =>
        $"{baseUrl}/{tenant}{(version == LoginVersion.V1 ? "" : "/v2.0")}/.well-known/openid-configuration";
}
