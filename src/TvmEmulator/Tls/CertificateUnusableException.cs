namespace TvmEmulator.Tls;

/// <summary>A file of the https options cannot be used; the message is one line that names option and file.</summary>
public sealed class CertificateUnusableException : Exception
{
    internal CertificateUnusableException(string option, string file, string reason, Exception? inner = null)
        : base($"{option} {file}: {reason}", inner)
    {
    }
}
