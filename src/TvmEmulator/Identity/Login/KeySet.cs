using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.Identity.Login;

/// <summary>The keys that tokens may be signed with, for whoever verifies them.</summary>
internal sealed record KeySet(IReadOnlyList<PublishedKey> Keys)
{
    /// <summary>The set of one key.</summary>
    public static KeySet Of(SigningKey key) => new([new PublishedKey("RSA", "sig", key.Id, key.Id, key.Modulus, key.Exponent)]);
}

/// <summary>The public half of a key, as a JSON web key.</summary>
internal sealed record PublishedKey(string Kty, string Use, string Kid, string X5t, string N, string E);
