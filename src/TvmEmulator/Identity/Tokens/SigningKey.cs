using System.Buffers.Text;
using System.Security.Cryptography;

namespace TvmEmulator.Identity.Tokens;

/// <summary>The RSA key that tokens are signed with. It is made anew by every process, so that tokens of another one are not ours.</summary>
internal sealed class SigningKey : IDisposable
{
    /// <summary>RSA with SHA-256, as Entra signs.</summary>
    public const string Algorithm = "RS256";

    private const int Bits = 2048;

    // As long as the thumbprint of a certificate, which it is in life.
    private const int IdBytes = 20;

    private readonly RSA _rsa = RSA.Create(Bits);

    // .NET promises nothing about an RSA object that several threads use at a time.
    private readonly Lock _gate = new();

    public SigningKey()
    {
        // Reading the parameters makes the key.
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        Modulus = Base64Url.EncodeToString(parameters.Modulus);
        Exponent = Base64Url.EncodeToString(parameters.Exponent);
        Id = Base64Url.EncodeToString(SHA256.HashData(parameters.Modulus!).AsSpan(0, IdBytes));
    }

    /// <summary>What tokens call it: <c>kid</c> and <c>x5t</c>.</summary>
    public string Id { get; }

    /// <summary><c>n</c> of the published key.</summary>
    public string Modulus { get; }

    /// <summary><c>e</c> of the published key.</summary>
    public string Exponent { get; }

    /// <summary>Signs.</summary>
    public byte[] Sign(byte[] text)
    {
        lock (_gate)
            return _rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>Whether a signature is this key's.</summary>
    public bool Verify(byte[] text, byte[] signature)
    {
        lock (_gate)
            return _rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();
}
