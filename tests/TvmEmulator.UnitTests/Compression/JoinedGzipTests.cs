using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Compression;

namespace TvmEmulator.UnitTests.Compression;

public sealed class JoinedGzipTests
{
    [Fact]
    public void Join_NoPieces_IsAnEmptyMember()
    {
        var member = Join([]);

        Unpack(member).ShouldBeEmpty();
        member.Length.ShouldBe(20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(600_000)]
    public void Join_OnePiece_IsThePlainText(int length)
    {
        var plain = Text(length);

        Unpack(Join([plain])).ShouldBe(plain);
    }

    [Fact]
    public void Join_EmptyPiecesBetween_ChangeNothing()
    {
        var plain = Text(1000);

        Join([[], plain, [], []]).ShouldBe(Join([plain]));
    }

    [Fact]
    public void Join_RandomSplits_IsThePlainText() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], int[]>((bytes, cuts) =>
        {
            // Random bytes do not compress and text does: some of both.
            byte[] plain = [.. bytes, .. Text(bytes.Length * 50), .. bytes];
            var places = cuts.Select(cut => (int)((uint)cut % (uint)(plain.Length + 1))).Order().Append(plain.Length);
            var parts = new List<byte[]>();
            var from = 0;
            foreach (var place in places)
            {
                parts.Add(plain[from..place]);
                from = place;
            }

            return Unpack(Join(parts)).AsSpan().SequenceEqual(plain);
        }));

    [Fact]
    public void Join_AnyPieces_IsOneMemberWithAFixedHead()
    {
        var member = Join([Text(5000), Text(7000)]);

        member.AsSpan(0, 10).ToArray().ShouldBe([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
        // A reader that stops after the first member, as zlib's inflate does, gets everything: no bytes are left for a second one.
        using var raw = new DeflateStream(new MemoryStream(member[10..]), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        raw.CopyTo(plain);
        plain.Length.ShouldBe(12_000);
    }

    [Fact]
    public void Combine_TwoTexts_IsTheCrcOfBoth() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], byte[]>((first, second) =>
            Crc32Join.Combine(Crc32(first), Crc32(second), second.Length) == Crc32([.. first, .. second])));

    [Fact]
    public void Combine_LongSecondText_IsTheCrcOfBoth()
    {
        var first = Text(123_457);
        var second = Text(5_000_011);

        Crc32Join.Combine(Crc32(first), Crc32(second), second.Length)
            .ShouldBe(Crc32([.. first, .. second]));
    }

    [Fact]
    public void Compress_Source_EqualsTheSameBytesAtOnce()
    {
        var plain = Text(300_000);
        var at = 0;

        var piece = GzipPiece.Compress(destination =>
        {
            var count = Math.Min(destination.Length, plain.Length - at);
            plain.AsSpan(at, count).CopyTo(destination);
            at += count;
            return count;
        });

        piece.Length.ShouldBe(plain.Length);
        piece.Crc32.ShouldBe(Crc32(plain));
        var member = new JoinedGzip();
        member.Add(piece);
        Unpack([.. JoinedGzip.Head, .. piece.Body, .. member.Tail()]).ShouldBe(plain);
    }

    private static byte[] Join(IReadOnlyList<byte[]> parts)
    {
        var member = new JoinedGzip();
        var bytes = new List<byte>(JoinedGzip.Head.ToArray());
        foreach (var piece in parts.Select(part => GzipPiece.Compress(part.AsSpan())))
        {
            member.Add(piece);
            bytes.AddRange(piece.Body);
        }

        bytes.AddRange(member.Tail());
        member.CompressedLength.ShouldBe(bytes.Count);
        return [.. bytes];
    }

    private static byte[] Unpack(byte[] member)
    {
        using var gzip = new GZipStream(new MemoryStream(member), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>CRC-32 as the standard defines it, bit by bit.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Text(int length)
    {
        var text = new StringBuilder(length + 20);
        for (var i = 0; text.Length < length; i++)
            text.Append("{\"row\":").Append(i * 7919 % 1000).Append("}\n");
        return Encoding.ASCII.GetBytes(text.ToString(0, length));
    }
}
