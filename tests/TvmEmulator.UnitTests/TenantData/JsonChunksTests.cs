using System.Text;
using FsCheck.Fluent;
using TvmEmulator.TenantData;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class JsonChunksTests
{
    [Fact]
    public void TryRead_LinesOfAnyLength_AreThoseOfThePlainSplit()
    {
        var lengths = Gen.OneOf(Gen.Choose(0, 50), Gen.Choose(60_000, 70_000), Gen.Choose(200_000, 300_000)).ListOf();
        Prop.ForAll(lengths.ToArbitrary(), lines =>
        {
            var text = string.Join('\n', lines.Select(length => new string('x', length)));

            Lines(text).ShouldBe(text.Split('\n').Where((line, i) => line.Length > 0 || i < text.Count(letter => letter == '\n')));
        }).Hold(100);
    }

    [Fact]
    public void TryRead_LineWithoutEnd_IsRefused() =>
        Should.Throw<InvalidDataException>(() => Lines(new string('x', JsonChunks.MostLineBytes + 2))).Message.ShouldBe("is longer than 1048576 bytes");

    private static List<string> Lines(string text)
    {
        var chunks = new JsonChunks(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var lines = new List<string>();
        while (chunks.TryRead(out var chunk))
        {
            chunks.Line.ShouldBe(lines.Count + 1);
            lines.Add(Encoding.UTF8.GetString(chunk).TrimEnd('\n'));
        }

        return lines;
    }
}
