using System.Net;
using TvmEmulator.Storage;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Configuration;

/// <summary>Everything that a user can set; immutable once the emulator starts.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Http port, 0 to 65535; 0 picks a free one. Default 8080.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The interface to listen on. Default 127.0.0.1.</summary>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>Devices of the tenant, 1 to 1,000,000. Default 1,000.</summary>
    public int Devices { get; init; } = 1000;

    /// <summary>What the tenant follows from. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The newest snapshot; null follows the clock. Default 2026-06-30T02:00Z.</summary>
    public SnapshotMark? DataTime { get; init; } = SnapshotMark.AtOrBefore(new DateTimeOffset(2026, 6, 30, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Which edition of the published contract is spoken. Default 2021.</summary>
    public ContractEdition Contract { get; init; } = ContractEdition.Edition2021;

    /// <summary>What is asked of a caller. Default lenient.</summary>
    public AuthMode Auth { get; init; } = AuthMode.Lenient;

    /// <summary>How many times the published number of calls a caller may make, 0.01 to 1,000; null counts no calls. Default 1.</summary>
    public decimal? QuotaFactor { get; init; } = 1;

    /// <summary>The storage account where export files live; null keeps them in the emulator itself. Default null.</summary>
    public StorageConnection? Blobs { get; init; }

    /// <summary>Letter case of the keys in export files. Default Pascal.</summary>
    public FileCasing FileCasing { get; init; } = FileCasing.Pascal;

    /// <summary>Base of all links, for use behind a proxy; null derives it from each request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Proxies whose <c>X-Forwarded-*</c> headers count. Default none.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Https, its certificate and its port.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>Whether links name the service's own hosts, without a port, and the name that a caller uses says which part answers. Default no.</summary>
    public bool HostMode { get; init; }

    /// <summary>Whether https is served: as <see cref="TlsOptions.IsOn"/> says, else in host mode and with a certificate of one's own.</summary>
    public bool ServesTls => Tls.IsOn ?? (HostMode || Tls.CertFile is not null);

    /// <summary>Where part files are kept; null is a folder of this process below the temp folder, deleted at the end.</summary>
    public string? CacheDir { get; init; }

    /// <summary>What calls of the control API must send along; null asks for nothing. Default null.</summary>
    public string? ControlKey { get; init; }

    /// <summary>Requests that the journal of a tenant keeps, 0 to 1,000,000; findings about a client's conduct do not depend on it. Default 10,000.</summary>
    public int Journal { get; init; } = 10_000;

    /// <summary>Whether the process ends with exit code 3 when a client's conduct holds a violation. Default false.</summary>
    public bool ExitOnViolation { get; init; }

    /// <summary>A folder with the export files of an organization, which is served in place of a generated one; null is none.</summary>
    public string? TenantData { get; init; }

    /// <summary>A file that says what worlds begin with: quotas, faults, clocks, clients, changes of the organization; null is none.</summary>
    public string? ScenarioFile { get; init; }
}

/// <summary>Editions of the published contract.</summary>
public enum ContractEdition
{
    /// <summary>The documented examples of 2021, verbatim.</summary>
    Edition2021,

    /// <summary>The columns, order and types of the service's own metadata in 2026.</summary>
    Edition2026,
}

/// <summary>What is asked of a caller.</summary>
public enum AuthMode
{
    /// <summary>A Bearer token is required; any will do, but the emulator's own are checked.</summary>
    Lenient,

    /// <summary>A token of the emulator is required, for the right audience and with the role of the route.</summary>
    Strict,

    /// <summary>Nothing.</summary>
    Off,
}

/// <summary>Letter case of the keys in export files.</summary>
public enum FileCasing
{
    /// <summary><c>DeviceId</c>, as most public consumers read them.</summary>
    Pascal,

    /// <summary><c>deviceId</c>, the other habit seen in life.</summary>
    Camel,
}
