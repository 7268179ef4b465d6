using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants;

namespace TvmEmulator.Worlds;

/// <summary>
/// An organization with its own clocks, quotas, faults and journal, as callers with one tenant id see it. A reset returns it to its
/// baseline, never to emptiness.
/// </summary>
internal sealed class World
{
    private readonly TenantSnapshots _generated;

    /// <param name="name">What callers call it.</param>
    /// <param name="settings">What it is made from.</param>
    /// <param name="options">What holds for all worlds.</param>
    /// <param name="wall">The wall clock.</param>
    /// <param name="tenants">Where it finds its organization.</param>
    /// <param name="tenantId">Its tenant id; null derives one from the seed.</param>
    public World(string name, WorldSettings settings, EmulatorOptions options, TimeProvider wall, TenantPool tenants, Guid? tenantId = null)
    {
        Name = name;
        Settings = settings;
        Time = new ServiceClock(wall);
        DataTime = new DataClock(settings.DataTime, Time);
        _generated = tenants.Get(settings.Seed, settings.Devices);
        Snapshots = new SnapshotStore(_generated, DataTime);
        TenantId = tenantId ?? DeriveGuid("tenant");
        Exports = new ExportLinks(this, options);
    }

    /// <summary>The tenant as callers write it: a GUID, a domain, or <see cref="WorldRegistry.DefaultName"/>.</summary>
    public string Name { get; }

    /// <summary>The id of the tenant: <c>tid</c> of tokens, <c>OrgId</c> of blob paths.</summary>
    public Guid TenantId { get; }

    /// <summary>What it was made from.</summary>
    public WorldSettings Settings { get; }

    /// <summary>Its snapshots. Read it once for an answer: an overlay puts another store in its place.</summary>
    public SnapshotStore Snapshots { get; private set; }

    /// <summary>The organization.</summary>
    public Tenant Tenant => Snapshots.Tenant;

    /// <summary>Service time: what quotas, tokens and links are judged by.</summary>
    public ServiceClock Time { get; }

    /// <summary>Data time: which snapshot is the newest.</summary>
    public DataClock DataTime { get; }

    /// <summary>Links to its export files.</summary>
    public ExportLinks Exports { get; }

    /// <summary>A GUID that follows from the seed and some text.</summary>
    public Guid DeriveGuid(string purpose) => new(Derive(purpose).AsSpan(0, 16));

    /// <summary>32 bytes that follow from the seed and some text.</summary>
    public byte[] Derive(string purpose)
    {
        Span<byte> key = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(key, Settings.Seed);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose));
    }
}
