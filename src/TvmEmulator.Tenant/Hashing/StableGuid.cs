using System.Buffers.Binary;

namespace TvmEmulator.Tenants.Hashing;

/// <summary>GUIDs that follow from a hash.</summary>
internal static class StableGuid
{
    /// <summary>The GUID of a key, of the random kind (version 4).</summary>
    public static Guid Of(ulong key)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, StableHash.Mix(key, 1));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], StableHash.Mix(key, 2));
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
