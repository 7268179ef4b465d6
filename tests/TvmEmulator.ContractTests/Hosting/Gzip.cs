using System.IO.Compression;
using System.Text;

namespace TvmEmulator.ContractTests.Hosting;

/// <summary>Unpacks what the server packed.</summary>
internal static class Gzip
{
    /// <summary>The text of a file.</summary>
    public static string Text(byte[] packed) => Encoding.UTF8.GetString(Bytes(packed));

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        return ToEnd(gzip);
    }

    /// <summary>
    /// The bytes of the first member alone. Clients such as curl stop there, so a server must not send more than one
    /// (<see cref="GZipStream"/> reads on).
    /// </summary>
    public static byte[] FirstMember(byte[] packed)
    {
        const int Header = 10;
        using var deflate = new DeflateStream(new MemoryStream(packed, Header, packed.Length - Header), CompressionMode.Decompress);
        return ToEnd(deflate);
    }

    private static byte[] ToEnd(Stream stream)
    {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
