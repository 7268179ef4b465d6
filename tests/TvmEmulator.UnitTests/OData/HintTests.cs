using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.OData;

public sealed class HintTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a hint, with ~ and \"quotes\"", "a hint, with ~ and \"quotes\"")]
    [InlineData("100% sure", "100%25 sure")]
    [InlineData("büro", "b%C3%BCro")]
    [InlineData("€", "%E2%82%AC")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("a\r\nSet-Cookie: b", "a%0D%0ASet-Cookie: b")]
    [InlineData("\0\t\u007f", "%00%09%7F")]
    public void Escape_Sentence_IsPrintableAscii(string sentence, string escaped) => Hint.Escape(sentence).ShouldBe(escaped);

    [Fact]
    public void Escape_HalfOfASurrogatePair_IsReplaced() => Hint.Escape("a\ud83d").ShouldBe("a%EF%BF%BD");

    [Theory]
    [InlineData(199, "a", 200)]
    [InlineData(200, "a", 200)]
    [InlineData(197, "%", 200)]
    [InlineData(198, "%", 198)]
    [InlineData(194, "ü", 200)]
    [InlineData(195, "ü", 195)]
    [InlineData(189, "😀", 189)]
    public void Escape_LongSentence_IsCutBetweenCharacters(int length, string last, int escaped) =>
        Hint.Escape(new string('x', length) + last).Length.ShouldBe(escaped);

    [Fact]
    public void Escape_AnyText_IsAHeaderValueThatCanBeReadBack() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).ToArbitrary(), text =>
        {
            var escaped = Hint.Escape(text);
            return escaped.Length <= 200 && escaped.All(letter => letter is >= ' ' and <= '~')
                && string.Concat(text.EnumerateRunes()).StartsWith(Uri.UnescapeDataString(escaped), StringComparison.Ordinal);
        }).Hold(500);

    [Fact]
    public void Set_Answer_HasTheHeader()
    {
        var context = new DefaultHttpContext();

        Hint.Set(context, "50 %");

        context.Response.Headers["x-tvm-emulator-hint"].ToString().ShouldBe("50 %25");
    }
}
