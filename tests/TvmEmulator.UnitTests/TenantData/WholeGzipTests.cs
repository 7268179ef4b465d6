using System.Text;
using TvmEmulator.TenantData;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class WholeGzipTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 200).Select(i => $"{i * i}")));

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Read_SeveralMembers_GivesAllOfThem(int bufferLength)
    {
        var large = Enumerable.Range(0, 200_000).Select(i => (byte)((long)i * i / 7)).ToArray();
        byte[] file = [.. DataFolder.Gzip(Text), .. DataFolder.Gzip(large), .. DataFolder.Gzip([]), .. DataFolder.Gzip(Text)];

        Unpacked(file, bufferLength).AsSpan().SequenceEqual([.. Text, .. large, .. Text]).ShouldBeTrue();
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        var first = DataFolder.Gzip(Text);
        byte[] file = [.. first, .. DataFolder.Gzip(Text)];

        for (var length = 1; length < file.Length; length++)
        {
            // Between two members, nobody can tell.
            if (length != first.Length)
                Should.Throw<InvalidDataException>(() => Unpacked(file[..length]), $"{length} of {file.Length} bytes");
        }
    }

    [Fact]
    public void Read_AnyWrongBitInTheTrailer_IsRefused()
    {
        var file = DataFolder.Gzip(Text);

        for (var bit = 0; bit < 64; bit++)
        {
            var wrong = file.ToArray();
            wrong[^(1 + (bit / 8))] ^= (byte)(1 << (bit % 8));
            Should.Throw<InvalidDataException>(() => Unpacked(wrong), $"bit {bit}");
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\0")]
    [InlineData("\u001f")]
    [InlineData("something else that is long enough for a header")]
    public void Read_SomethingElseBehindTheMembers_IsRefused(string behind) =>
        Should.Throw<InvalidDataException>(() => Unpacked([.. DataFolder.Gzip(Text), .. Encoding.UTF8.GetBytes(behind)]));

    private static byte[] Unpacked(byte[] file, int bufferLength = 4096)
    {
        using var stream = new WholeGzip(new MemoryStream(file));
        using var text = new MemoryStream();
        stream.CopyTo(text, bufferLength);
        return text.ToArray();
    }
}
