using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TvmEmulator.UnitTests.Identity;

/// <summary>JSON web tokens the slow and obvious way: base64 with two letters replaced, and a key read from the published document.</summary>
internal static class PlainJwt
{
    /// <summary>Header and claims of a token, after its signature was verified.</summary>
    /// <param name="token">The token.</param>
    /// <param name="published">The document with the public key.</param>
    public static (JsonElement Header, JsonElement Claims) Verify(string token, JsonElement published)
    {
        var parts = token.Split('.');
        parts.Length.ShouldBe(3);
        var header = JsonElement.Parse(Decode(parts[0]));
        var key = published.GetProperty("keys").EnumerateArray().Single(candidate => candidate.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Decode(key.GetProperty("n").GetString()!),
            Exponent = Decode(key.GetProperty("e").GetString()!),
        });
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        return (header, JsonElement.Parse(Decode(parts[1])));
    }

    /// <summary>A token whose signature is nobody's.</summary>
    public static string Encode(string header, string payload) => $"{Encode(header)}.{Encode(payload)}.{Encode("signature")}";

    /// <summary>A part of a token.</summary>
    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Decode(string part) =>
        Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (part.Length % 4)) % 4));
}
