using System.Text;
using FsCheck.Fluent;
using TvmEmulator.Control;

namespace TvmEmulator.UnitTests.Control;

public sealed class ControlBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"flag":null,"number":null,"texts":null,"list":null}""")]
    public void Refuse_NothingSaid_IsNull(string json)
    {
        var body = Parse(json);

        (body.Flag("flag"), body.WholeNumber("number", 1, 5), body.Texts("texts"), body.List("list").Count).ShouldBe((null, null, null, 0));
        body.Refuse().ShouldBeNull();
    }

    [Fact]
    public void Members_AllKinds_AreRead()
    {
        var body = Parse("""{"text":"a","flag":false,"whole":-3,"number":0.25,"by":"PT1H","to":"2026-06-30T04:00:00+02:00","texts":["a","b"],"list":[{"n":1},{"n":2}]}""");

        body.Text("text").ShouldBe("a");
        body.Flag("flag").ShouldBe(false);
        body.WholeNumber("whole", -3, 3).ShouldBe(-3);
        body.Number("number", 0, 1).ShouldBe(0.25m);
        body.Duration("by").ShouldBe(TimeSpan.FromHours(1));
        body.Time("to").ShouldBe(Samples.Utc("2026-06-30T02:00:00"));
        body.Texts("texts").ShouldBe(["a", "b"]);
        body.List("list").Select(item => item.WholeNumber("n", 0, 9)).ShouldBe([1, 2]);
        body.Refuse().ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"text":1}""", "text: a text is needed")]
    [InlineData("""{"flag":"true"}""", "flag: true or false is needed")]
    [InlineData("""{"whole":4}""", "whole: a whole number from 1 to 3 is needed")]
    [InlineData("""{"whole":1.5}""", "whole: a whole number from 1 to 3 is needed")]
    [InlineData("""{"whole":1e400}""", "whole: a whole number from 1 to 3 is needed")]
    [InlineData("""{"number":-0.1}""", "number: a number from 0 to 1 is needed")]
    [InlineData("""{"by":"1 hour"}""", "by: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H) is needed")]
    [InlineData("""{"to":"tomorrow"}""", "to: a time such as 2026-06-30T02:00:00Z is needed")]
    [InlineData("""{"to":"2026-06-30T02:00:00"}""", "to: a time such as 2026-06-30T02:00:00Z is needed")]
    [InlineData("""{"texts":["a",1]}""", "texts: a list of texts is needed")]
    [InlineData("""{"list":{}}""", "list: a list of objects is needed")]
    [InlineData("""{"list":[{},7]}""", "list[1]: an object is needed")]
    [InlineData("""{"list":[{"n":"x"}]}""", "list[0].n: a whole number from 0 to 9 is needed")]
    [InlineData("""{"list":[{"n":1,"m":2}]}""", "list[0].m is unknown, allowed are n")]
    [InlineData("""{"Text":"a"}""", "Text is unknown, allowed are text, flag, whole, number, by, to, texts, list")]
    [InlineData("""{"text":1,"flag":2}""", "text: a text is needed; flag: true or false is needed")]
    [InlineData("[]", "the body: an object is needed")]
    [InlineData("""{"text":"a","text":"b"}""", "the body is no JSON: Duplicate property 'text' encountered during deserialization.")]
    [InlineData("nonsense", "the body is no JSON: 'nonsense' is an invalid JSON literal. Expected the literal 'null'.")]
    public void Refuse_WrongBody_NamesTheMemberAndWhatIsNeeded(string json, string message) => RefusalOf(json).ShouldBe(message);

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"text":"\udc00"}""")]
    [InlineData("""{"texts":["a","\ud800x"]}""")]
    [InlineData("""{"list":[{"\ud800":1}]}""")]
    public void Refuse_HalfASurrogate_IsNoJson(string json) => RefusalOf(json)!.ShouldStartWith("the body is no JSON: ");

    [Fact]
    public void Refuse_BytesThatAreNoUtf8_AreNoJson() =>
        ReadAll(ControlBody.Parse(Encoding.Latin1.GetBytes("""{"text":"ÿ"}""")))!.ShouldStartWith("the body is no JSON: ");

    [Fact]
    public void Refuse_EndlessMistakes_SaysTheFirstFew() =>
        RefusalOf($$"""{"list":[{{string.Join(',', Enumerable.Repeat("0", 200_000))}}]}""")!.Split(';').Length.ShouldBe(5);

    [Fact]
    public void Refuse_LongName_IsCut() => RefusalOf($$"""{"{{new string('a', 100_000)}}":1}""")!.Length.ShouldBeLessThan(200);

    [Fact]
    public void Parse_AnyBytes_NeverThrows() => Prop.ForAll<byte[]>(bytes => ReadAll(ControlBody.Parse(bytes)) is null == bytes is []).Hold(500);

    private static string? RefusalOf(string json) => ReadAll(Parse(json));

    private static string? ReadAll(ControlBody body)
    {
        body.Text("text");
        body.Flag("flag");
        body.WholeNumber("whole", 1, 3);
        body.Number("number", 0, 1);
        body.Duration("by");
        body.Time("to");
        body.Texts("texts");
        foreach (var item in body.List("list"))
            item.WholeNumber("n", 0, 9);
        return body.Refuse()?.Message;
    }

    private static ControlBody Parse(string json) => ControlBody.Parse(Encoding.UTF8.GetBytes(json));
}
