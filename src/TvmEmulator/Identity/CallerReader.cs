using System.Collections.Concurrent;
using System.Text.Json;
using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.Identity;

/// <summary>
/// Reads the caller out of an Authorization header. A token is taken apart and verified when it is first seen; after that its caller is found
/// by the header's text. Whether the token has expired and what it allows is judged elsewhere, request by request.
/// </summary>
internal sealed class CallerReader(SigningKeySource keys)
{
    /// <summary>The most callers that are remembered.</summary>
    public const int MostKept = 2048;

    /// <summary>The longest header that is remembered.</summary>
    public const int LongestKept = 4096;

    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, Caller> _known = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>How many callers are remembered.</summary>
    public int Kept => _known.Count;

    /// <summary>The caller; anonymous when the header holds no JSON web token.</summary>
    public Caller Read(string authorization)
    {
        if (_known.TryGetValue(authorization, out var known))
            return known;
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || JwtText.Read(authorization[Scheme.Length..].Trim()) is not { } token)
            return Caller.Anonymous;

        var caller = Read(token);
        if (authorization.Length <= LongestKept)
            Keep(authorization, caller);
        return caller;
    }

    private Caller Read(JwtText token)
    {
        // Until the key is made no token can have been signed with it.
        if (keys.IfMade is not { } key || token.KeyId != key.Id)
            return Claimed(token);
        if (token.Algorithm != SigningKey.Algorithm || !key.Verify(token.SignedText, token.Signature))
            return Claimed(token) with { IsForged = true };

        var claims = token.Payload.Deserialize(TokenJson.Relaxed.TokenClaims)!;
        return new Caller(Caller.NameOf(claims.Application))
        {
            IsOurs = true,
            TenantId = claims.TenantId,
            Audience = claims.Audience,
            Roles = claims.Roles ?? [],
            Scopes = claims.Scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            NotBefore = DateTimeOffset.FromUnixTimeSeconds(claims.NotBefore),
            Expires = DateTimeOffset.FromUnixTimeSeconds(claims.Expires),
            TokenId = claims.TokenId,
        };
    }

    /// <summary>The caller of a token that says what it likes: v1 tokens of Entra name the application <c>appid</c>, v2 tokens <c>azp</c>.</summary>
    private static Caller Claimed(JwtText token) => new(Caller.NameOf(token.Claim("appid") ?? token.Claim("azp") ?? ""));

    private void Keep(string authorization, Caller caller)
    {
        lock (_gate)
        {
            // Clients send few tokens, each of them often: starting over costs less than knowing which of them is the oldest.
            if (_known.Count >= MostKept)
                _known.Clear();
            _known.TryAdd(authorization, caller);
        }
    }
}
