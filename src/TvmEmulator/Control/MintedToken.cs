using System.Text.Json.Serialization;

namespace TvmEmulator.Control;

/// <summary>A token that was made.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="ExpiresIn">Seconds that it is valid.</param>
internal sealed record MintedToken([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] long ExpiresIn);
