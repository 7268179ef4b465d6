namespace TvmEmulator.Configuration;

/// <summary>How https is served beside http.</summary>
public sealed record TlsOptions
{
    /// <summary>Whether it is served; null, the default, leaves that to the other options.</summary>
    public bool? IsOn { get; init; }

    /// <summary>Https port, 0 to 65535; 0 picks a free one. Default 8443.</summary>
    public int Port { get; init; } = 8443;

    /// <summary>Where the CA is kept; null makes one that lives as long as the process.</summary>
    public string? Dir { get; init; }

    /// <summary>Names of the certificate beside those that it always has.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>A certificate to use in place of one that is made at the start: PEM, with its chain behind it, or PFX.</summary>
    public string? CertFile { get; init; }

    /// <summary>The private key of <see cref="CertFile"/>; null when it stands in the same file.</summary>
    public string? KeyFile { get; init; }
}
