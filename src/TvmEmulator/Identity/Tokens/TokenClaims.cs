using System.Text.Json.Serialization;

namespace TvmEmulator.Identity.Tokens;

/// <summary>The claims of a token as Entra's v1 tokens name them, which is what the service is given whichever endpoint was asked.</summary>
internal sealed record TokenClaims(
    [property: JsonPropertyName("aud")] string Audience,
    [property: JsonPropertyName("iss")] string Issuer,
    [property: JsonPropertyName("iat")] long IssuedAt,
    [property: JsonPropertyName("nbf")] long NotBefore,
    [property: JsonPropertyName("exp")] long Expires,
    [property: JsonPropertyName("appid")] string Application,
    [property: JsonPropertyName("oid")] Guid ObjectId,
    [property: JsonPropertyName("roles")] IReadOnlyList<string>? Roles,
    [property: JsonPropertyName("scp")] string? Scopes,
    [property: JsonPropertyName("sub")] string Subject,
    [property: JsonPropertyName("tid")] Guid TenantId,
    [property: JsonPropertyName("upn")] string? User,
    [property: JsonPropertyName("uti")] string TokenId,
    [property: JsonPropertyName("ver")] string Version);
