using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Api;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.UnitTests.Snapshots;
using TvmEmulator.UnitTests.Worlds;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Api;

public sealed class SkipTokenTests
{
    private const string Published = "eyJFeHBvcnREZWZpbml0aW9uIjp7IlRpbWVQYXRoIjoiMjAyMS0wMS0yNS8wMjAwLyJ9LCJFeHBvcnRGaWxlSW5kZXgiOjAsIkxpbmVTdG9wcGVkQXQiOjV9";

    [Fact]
    public void Encode_PublishedExample_IsThePublishedToken() => new SkipToken(Samples.Mark("2021-01-25/0200"), 0, 5).Encode().ShouldBe(Published);

    [Fact]
    public void Decode_PublishedToken_IsThePublishedExample()
    {
        var (token, refusal) = SkipToken.Decode(Published, StoreAt("2021-01-25/0200"));

        refusal.ShouldBeNull();
        token.ShouldBe(new SkipToken(Samples.Mark("2021-01-25/0200"), 0, 5));
    }

    [Fact]
    public void Decode_AnyEncodedToken_IsTheSame()
    {
        var places = from marksBack in Gen.Choose(0, 11) from file in Gen.Choose(0, int.MaxValue) from line in Gen.Choose(0, int.MaxValue) select (marksBack, file, line);
        var newest = Samples.Mark(Samples.DefaultMark);
        Prop.ForAll(places.ToArbitrary(), place =>
        {
            var token = new SkipToken(SnapshotMark.AtOrBefore(newest.At.Utc.AddHours(-6 * place.marksBack)), place.file, place.line);
            return SkipToken.Decode(token.Encode(), StoreAt(Samples.DefaultMark)) == (token, null);
        }).Hold();
    }

    [Fact]
    public void Decode_TokenOfChanges_HasTheRowsBefore()
    {
        var token = new SkipToken(Samples.Mark(Samples.DefaultMark), 3, 5) { Since = Samples.Mark("2026-06-20/0200"), RowsBefore = 1_200 };

        SkipToken.Decode(token.Encode(), StoreAt(Samples.DefaultMark)).ShouldBe((token, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("not base64!")]
    [InlineData("eyJ")]
    [InlineData("%7B%7D")]
    public void Decode_NoBase64OfJson_IsRefused(string text)
    {
        var refusal = SkipToken.Decode(text, StoreAt(Samples.DefaultMark)).Refusal.ShouldNotBeNull();

        refusal.Status.ShouldBe(400);
        refusal.Code.ShouldBe("BadRequest");
        refusal.Reason.ShouldBe("the skip token is not one that this service made");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"ExportDefinition":null,"ExportFileIndex":0,"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{},"ExportFileIndex":0,"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":null},"ExportFileIndex":0,"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":7},"ExportFileIndex":0,"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0}""")]
    [InlineData("""{"ExportFileIndex":0,"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":5,"Else":1}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/","Else":1},"ExportFileIndex":0,"LineStoppedAt":5}""")]
    [InlineData("""{"exportDefinition":{"timePath":"2026-06-30/0200/"},"exportFileIndex":0,"lineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":"0","LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0.5,"LineStoppedAt":5}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":2147483648}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":null}""")]
    [InlineData("""{"ExportDefinition":{"TimePath":"2026-06-30/0200/"},"ExportFileIndex":0,"LineStoppedAt":5} x""")]
    public void Decode_OtherJson_IsRefused(string json) =>
        SkipToken.Decode(Base64(json), StoreAt(Samples.DefaultMark)).Refusal.ShouldNotBeNull().Reason.ShouldBe("the skip token is not one that this service made");

    [Theory]
    [InlineData("2026-06-30/0200", 0, 5)]
    [InlineData("2026-06-30/0300/", 0, 5)]
    [InlineData("2026-06-31/0200/", 0, 5)]
    [InlineData("2026-06-30/0200//", 0, 5)]
    [InlineData("/", 0, 5)]
    [InlineData("", 0, 5)]
    [InlineData("2026-06-30/0200/", -1, 5)]
    [InlineData("2026-06-30/0200/", 0, -5)]
    [InlineData("2026-06-30/0200/", 0, 5, -1)]
    [InlineData("2026-06-30/0200/", 0, 5, int.MaxValue)]
    public void Decode_NoSuchPlace_IsRefused(string timePath, int file, int line, int before = 0) =>
        SkipToken.Decode(Base64($$$"""{"ExportDefinition":{"TimePath":"{{{timePath}}}"},"ExportFileIndex":{{{file}}},"LineStoppedAt":{{{line}}},"RowsBefore":{{{before}}}}"""), StoreAt(Samples.DefaultMark))
            .Refusal.ShouldNotBeNull().Reason.ShouldBe("the skip token names no snapshot, file and line");

    [Theory]
    [InlineData("2026-06-27/0200", "no longer kept")]
    [InlineData("2021-01-25/0200", "no longer kept")]
    [InlineData("2026-06-30/0800", "not there yet")]
    [InlineData("1935-01-01/0200", "no longer kept")]
    [InlineData("2067-01-01/0200", "not there yet")]
    public void Decode_SnapshotThatIsNotKept_IsRefusedByItsName(string mark, string because)
    {
        var refusal = SkipToken.Decode(new SkipToken(Samples.Mark(mark), 0, 5).Encode(), StoreAt(Samples.DefaultMark)).Refusal.ShouldNotBeNull();

        refusal.Status.ShouldBe(400);
        refusal.Message.ShouldBe($"The snapshot {mark} of $skiptoken is {because}. Start again without $skiptoken.");
        refusal.Reason.ShouldBe($"snapshot {mark} is not among the 12 that can be read; the newest is 2026-06-30/0200");
    }

    [Fact]
    public void Decode_LongText_IsRefused() => SkipToken.Decode(new string('A', 404), StoreAt(Samples.DefaultMark)).Refusal.ShouldNotBeNull();

    [Fact]
    public void Decode_AnyDamagedToken_IsReadOrRefusedButNeverFails()
    {
        var damages = from at in Gen.Choose(0, Published.Length - 1) from letter in Gen.Choose(0, 255) select (at, letter);
        Prop.ForAll(damages.ToArbitrary(), damage =>
        {
            var bytes = Convert.FromBase64String(Published);
            bytes[damage.at % bytes.Length] = (byte)damage.letter;
            _ = SkipToken.Decode(Convert.ToBase64String(bytes), StoreAt("2021-01-25/0200"));
            _ = SkipToken.Decode(Published[..damage.at] + (char)damage.letter + Published[(damage.at + 1)..], StoreAt("2021-01-25/0200"));
        }).Hold(1000);
    }

    [Fact]
    public void Before_AnyNextRow_NamesTheFileOfTheLastRowServed() =>
        Prop.ForAll(PlacesInFiles().ToArbitrary(), place =>
        {
            var token = SkipToken.Before(Samples.Mark(Samples.DefaultMark), place.Files, place.Next);
            var file = place.Files.Single(file => file.FirstRow < place.Next && place.Next <= file.FirstRow + file.Rows);
            return token.File == file.Index && token.Line == place.Next - file.FirstRow && token.RowIn(place.Files) == place.Next;
        }).Hold();

    [Fact]
    public void RowIn_EndOfAFileAndStartOfTheNext_AreTheSamePlace()
    {
        var files = PartFileTests.Cut([[60_000], [5, 5]]).Files;
        int? Row(int file, int line) => new SkipToken(default, file, line).RowIn(files);

        Row(0, 50_000).ShouldBe(50_000);
        Row(1, 0).ShouldBe(50_000);
        Row(1, 10_000).ShouldBe(60_000);
        Row(2, 0).ShouldBe(60_000);
        Row(2, 10).ShouldBe(60_010);
    }

    [Theory]
    [InlineData(0, 50_001)]
    [InlineData(1, 10_001)]
    [InlineData(2, 11)]
    [InlineData(3, 0)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(0, int.MaxValue)]
    public void RowIn_NoSuchFileOrLine_IsNull(int file, int line) => new SkipToken(default, file, line).RowIn(PartFileTests.Cut([[60_000], [5, 5]]).Files).ShouldBeNull();

    private static Gen<(IReadOnlyList<PartFile> Files, int Next)> PlacesInFiles() =>
        from groups in PartFileTests.Groups
        let cut = PartFileTests.Cut(groups)
        where cut.Index.Rows > 0
        from next in Gen.OneOf(Gen.Choose(1, cut.Index.Rows), Gen.Elements(cut.Files.Select(file => file.FirstRow + file.Rows)))
        select (cut.Files, next);

    private static SnapshotStore StoreAt(string mark) => new(new TenantSnapshots(Samples.TenantOf(1, 1)), new DataClock(Samples.Mark(mark), new SettableTime()));

    private static string Base64(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
