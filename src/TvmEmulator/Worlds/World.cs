using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants;

namespace TvmEmulator.Worlds;

/// <summary>An organization with its clocks, as callers with one tenant id see it.</summary>
internal sealed class World
{
    public World(EmulatorOptions options, TimeProvider time)
    {
        Tenant = new Tenant(options.Seed, options.Devices);
        Time = time;
        Snapshots = new SnapshotStore(Tenant, options.DataTime, time);
        TenantId = DeriveGuid("tenant");
    }

    /// <summary>The id of the tenant: <c>tid</c> of tokens, <c>OrgId</c> of blob paths. Follows from the seed.</summary>
    public Guid TenantId { get; }

    /// <summary>The organization.</summary>
    public Tenant Tenant { get; }

    /// <summary>Its snapshots.</summary>
    public SnapshotStore Snapshots { get; }

    /// <summary>Service time: what tokens and links are judged by.</summary>
    public TimeProvider Time { get; }

    /// <summary>A GUID that follows from the seed and some text.</summary>
    public Guid DeriveGuid(string purpose) => new(Derive(purpose).AsSpan(0, 16));

    /// <summary>32 bytes that follow from the seed and some text.</summary>
    public byte[] Derive(string purpose)
    {
        Span<byte> key = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(key, Tenant.Seed);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose));
    }
}
