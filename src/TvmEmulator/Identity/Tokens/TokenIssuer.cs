using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using TvmEmulator.Worlds;

namespace TvmEmulator.Identity.Tokens;

/// <summary>Issues tokens that look like Entra's: signed JSON web tokens whose times are those of a world's clock.</summary>
internal sealed class TokenIssuer(SigningKeySource keys)
{
    private long _issued;

    /// <summary>Who issues the tokens of a tenant.</summary>
    /// <param name="baseUrl">Scheme, host and port, without a slash at the end.</param>
    /// <param name="tenant">The tenant.</param>
    public static string NameFor(string baseUrl, Guid tenant) => $"{baseUrl}/{tenant}/";

    /// <summary>Issues a token, whatever the client may have; waits for the key if it is still being made.</summary>
    /// <param name="world">The tenant that it is for.</param>
    /// <param name="grant">What it is to say.</param>
    /// <param name="baseUrl">Scheme, host and port that the issuer is named by, without a slash at the end.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task<IssuedToken> MintAsync(World world, TokenGrant grant, string baseUrl, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grant.Lifetime, TimeSpan.FromSeconds(1), nameof(grant));
        var key = await keys.GetAsync(cancellation);

        // Rounded down: when the clock is moved on by its lifetime, a token has expired.
        var now = world.Time.GetUtcNow().ToUnixTimeSeconds();
        var claims = Claims(world, grant, NameFor(baseUrl, world.TenantId), now, now + (long)grant.Lifetime.TotalSeconds);
        var header = new TokenHeader("JWT", SigningKey.Algorithm, key.Id, key.Id);
        var text = Encode(JsonSerializer.SerializeToUtf8Bytes(header, TokenJson.Relaxed.TokenHeader))
            + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims, TokenJson.Relaxed.TokenClaims));
        return new IssuedToken($"{text}.{Encode(key.Sign(Encoding.ASCII.GetBytes(text)))}", claims.NotBefore, claims.Expires);
    }

    private TokenClaims Claims(World world, TokenGrant grant, string issuer, long now, long expires)
    {
        var isUser = grant.Scopes is not null;
        var subject = world.DeriveGuid(isUser ? $"user {grant.User}" : $"service principal {grant.Application}");
        var number = Interlocked.Increment(ref _issued);
        return new TokenClaims(
            Audience: grant.Audience,
            Issuer: issuer,
            IssuedAt: now,
            NotBefore: now,
            Expires: expires,
            Application: grant.Application,
            ObjectId: subject,
            Roles: isUser ? null : grant.Roles,
            Scopes: isUser ? string.Join(' ', grant.Scopes!) : null,
            Subject: subject.ToString(),
            TenantId: world.TenantId,
            User: isUser ? grant.User : null,
            TokenId: Encode(world.Derive($"token {now} {number}").AsSpan(0, 16)),
            Version: "1.0");
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
