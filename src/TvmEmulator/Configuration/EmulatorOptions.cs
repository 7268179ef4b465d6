using System.Net;
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

    /// <summary>Letter case of the keys in export files. Default Pascal.</summary>
    public FileCasing FileCasing { get; init; } = FileCasing.Pascal;

    /// <summary>Base of all links, for use behind a proxy; null derives it from each request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where part files are kept; null is a folder of this process below the temp folder, deleted at the end.</summary>
    public string? CacheDir { get; init; }
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
    /// <summary>A Bearer token is required; any will do.</summary>
    Lenient,

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
