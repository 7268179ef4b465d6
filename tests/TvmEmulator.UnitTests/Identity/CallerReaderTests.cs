using System.Text;
using FsCheck.Fluent;
using TvmEmulator.Identity;
using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.UnitTests.Identity;

public sealed class CallerReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer any")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer e30.e30.AAAA.AAAA")]
    [InlineData("Bearer W10.e30.AAAA")]
    [InlineData("Bearer e30.W10.AAAA")]
    [InlineData("Bearer e30.e30.AAAA")]
    [InlineData("Basic e30.e30.AAAA")]
    public void Read_NothingThatNamesAnApplication_IsAnonymous(string authorization) =>
        Tokens.Read(authorization).ShouldBe(Caller.Anonymous);

    [Theory]
    [InlineData("""{"appid":"my-app"}""", "my-app")]
    [InlineData("""{"azp":"my-app"}""", "my-app")]
    [InlineData("""{"appid":"my-app","azp":"other"}""", "my-app")]
    [InlineData("""{"appid":7,"azp":"my-app"}""", "my-app")]
    [InlineData("""{"appid":""}""", "anonymous")]
    [InlineData("""{"appid":null}""", "anonymous")]
    [InlineData("""{"appid":"\uD800"}""", "anonymous")]
    [InlineData("""{"appid":"0123456789012345678901234567890123456789012345678901234567890123-and-more"}""", "0123456789012345678901234567890123456789012345678901234567890123")]
    public void Read_TokenOfAnother_IsTheApplicationThatItClaims(string payload, string application)
    {
        var caller = Tokens.Read(Tokens.Foreign(payload));

        caller.Application.ShouldBe(application);
        caller.IsOurs.ShouldBeFalse();
        caller.IsForged.ShouldBeFalse();
        caller.TenantId.ShouldBeNull();
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("BEARER  ")]
    public async Task Read_OurToken_IsOurs(string scheme)
    {
        var caller = Tokens.Read(scheme + await Tokens.MintAsync());

        caller.IsOurs.ShouldBeTrue();
        caller.Application.ShouldBe("my-app");
        caller.TenantId.ShouldBe(Tokens.World.TenantId);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Read_OurKeyButNotItsSignature_IsForged(string algorithm)
    {
        var key = await Tokens.Keys.GetAsync(CancellationToken.None);

        var caller = Tokens.Read(Tokens.Foreign("""{"appid":"my-app","tid":"7d4cfd97-8e5a-4f8e-9a5c-8f0f6f3a2b11"}""", $$"""{"alg":"{{algorithm}}","kid":"{{key.Id}}"}"""));

        (caller.Application, caller.IsOurs, caller.IsForged).ShouldBe(("my-app", false, true));
        caller.TenantId.ShouldBeNull();
    }

    [Fact]
    public async Task Read_OurTokenChangedAnywhere_IsNotOurs()
    {
        var token = await Tokens.MintAsync();

        // The last letter of the signature has bits that mean nothing.
        Prop.ForAll(Gen.Choose(0, token.Length - 2).ToArbitrary(), at =>
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];

            Tokens.Read("Bearer " + changed).IsOurs.ShouldBeFalse();
        }).Hold();
    }

    [Fact]
    public async Task Read_BeforeTheKeyIsMade_IsNotOurs()
    {
        var token = await Tokens.MintAsync();

        var caller = new CallerReader(new SigningKeySource()).Read("Bearer " + token);

        (caller.Application, caller.IsOurs, caller.IsForged).ShouldBe(("my-app", false, false));
    }

    [Fact]
    public void Read_AnyText_IsACaller()
    {
        var parts = Gen.OneOf(
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""),
            ArbMap.Default.ArbFor<byte[]>().Generator.Select(bytes => Convert.ToBase64String(bytes ?? [])),
            Gen.Elements("", "e30", "e", "e30=", "W10", "bnVsbA", PlainJwt.Encode("""{"kid":{},"alg":[],"appid":{}}"""), PlainJwt.Encode(new string('[', 100))),
            ArbMap.Default.ArbFor<string>().Generator.Select(text => PlainJwt.Encode($$"""{"kid":"{{text}}","appid":"{{text}}","\uD800":1}""")));
        var headers =
            from scheme in Gen.Elements("", "Bearer", "Bearer ", "bearer  ")
            from count in Gen.Choose(0, 5)
            from list in parts.ListOf(count)
            select scheme + string.Join('.', list);

        Prop.ForAll(headers.ToArbitrary(), header =>
        {
            var caller = Tokens.Read(header);

            caller.IsOurs.ShouldBeFalse();
            caller.Application.Length.ShouldBeInRange(1, Caller.MostCharacters);
        }).Hold(cases: 2000);
    }

    [Fact]
    public async Task Read_SeenBefore_IsTheSameObject()
    {
        var reader = new CallerReader(Tokens.Keys);
        var header = "Bearer " + await Tokens.MintAsync();

        reader.Read(new StringBuilder(header).ToString()).ShouldBeSameAs(reader.Read(header));
    }

    [Fact]
    public void Read_ManyTokens_KeepsNoMoreThanTheLimit()
    {
        var reader = new CallerReader(Tokens.Keys);
        var most = 0;
        for (var i = 0; i < (2 * CallerReader.MostKept) + 100; i++)
        {
            reader.Read(Tokens.Foreign($$"""{"appid":"app {{i}}"}""")).Application.ShouldBe($"app {i}");
            most = Math.Max(most, reader.Kept);
        }

        most.ShouldBe(CallerReader.MostKept);
    }

    [Theory]
    [InlineData("short", 1)]
    [InlineData("long", 0)]
    public void Read_LongToken_IsNotKept(string length, int kept)
    {
        var reader = new CallerReader(Tokens.Keys);
        var authorization = Tokens.Foreign($$"""{"appid":"my-app","claim":"{{new string('a', length == "long" ? 4096 : 1024)}}"}""");

        reader.Read(authorization).Application.ShouldBe("my-app");

        reader.Kept.ShouldBe(kept);
    }

    [Fact]
    public void Read_TextThatIsNoToken_IsNotKept()
    {
        var reader = new CallerReader(Tokens.Keys);

        reader.Read("Bearer any");

        reader.Kept.ShouldBe(0);
    }

    [Fact]
    public async Task Read_FromManyThreads_IsTheSameCallerForEveryone()
    {
        var headers = new List<(string Header, string Application)>();
        for (var i = 0; i < 30; i++)
            headers.Add(("Bearer " + await Tokens.MintAsync($"ours {i}"), $"ours {i}"));
        for (var i = 0; i < CallerReader.MostKept; i++)
            headers.Add((Tokens.Foreign($$"""{"appid":"foreign {{i}}"}"""), $"foreign {i}"));
        var reader = new CallerReader(Tokens.Keys);

        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 2 * headers.Count; i++)
            {
                var (header, application) = headers[(i * 7 + thread) % headers.Count];
                var caller = reader.Read(header);
                (caller.Application, caller.IsOurs).ShouldBe((application, application.StartsWith("ours", StringComparison.Ordinal)));
            }
        });

        reader.Kept.ShouldBeLessThanOrEqualTo(CallerReader.MostKept);
    }
}
