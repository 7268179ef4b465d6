using System.Text.Json.Serialization;

namespace TvmEmulator.Identity.Tokens;

/// <summary>The header of a token as Entra's v1 tokens have it.</summary>
internal sealed record TokenHeader(
    [property: JsonPropertyName("typ")] string Type,
    [property: JsonPropertyName("alg")] string Algorithm,
    [property: JsonPropertyName("x5t")] string Thumbprint,
    [property: JsonPropertyName("kid")] string KeyId);
