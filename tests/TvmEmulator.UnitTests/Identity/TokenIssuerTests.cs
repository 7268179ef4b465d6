using System.Text.Json;
using FsCheck.Fluent;
using TvmEmulator.Identity;
using TvmEmulator.Identity.Login;
using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.UnitTests.Identity;

public sealed class TokenIssuerTests
{
    [Fact]
    public async Task MintAsync_Application_IsWhatAnIndependentReaderReads()
    {
        var token = await Tokens.MintAsync(new TokenGrant("my-app", "https://one.example/") { Roles = ["A", "B"], Lifetime = TimeSpan.FromSeconds(65) });

        var (header, claims) = PlainJwt.Verify(token, await PublishedAsync());

        header.GetProperty("typ").GetString().ShouldBe("JWT");
        header.GetProperty("alg").GetString().ShouldBe("RS256");
        claims.EnumerateObject().Select(claim => claim.Name).ShouldBe(["aud", "iss", "iat", "nbf", "exp", "appid", "oid", "roles", "sub", "tid", "uti", "ver"]);
        claims.GetProperty("aud").GetString().ShouldBe("https://one.example/");
        claims.GetProperty("iss").GetString().ShouldBe($"http://tvm.example/{Tokens.World.TenantId}/");
        claims.GetProperty("nbf").GetInt64().ShouldBe(Tokens.Now.ToUnixTimeSeconds());
        claims.GetProperty("exp").GetInt64().ShouldBe(Tokens.Now.ToUnixTimeSeconds() + 65);
        claims.GetProperty("appid").GetString().ShouldBe("my-app");
        claims.GetProperty("tid").GetGuid().ShouldBe(Tokens.World.TenantId);
        claims.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task MintAsync_User_HasScopesInPlaceOfRoles()
    {
        var token = await Tokens.MintAsync(new TokenGrant("my-app", Tokens.Audience) { Scopes = ["A", "B"], User = "ann@contoso.com" });

        var (_, claims) = PlainJwt.Verify(token, await PublishedAsync());

        claims.GetProperty("scp").GetString().ShouldBe("A B");
        claims.GetProperty("upn").GetString().ShouldBe("ann@contoso.com");
        claims.TryGetProperty("roles", out _).ShouldBeFalse();
    }

    [Fact]
    public void MintAsync_AnyGrant_IsReadAsItWasMinted()
    {
        var names = Gen.Elements("a", "Z", "0", "/", ".", " ", "\"", "\\", "<", "+", "\u0001", "\u00FC", "\u4E2D", "\U0001F600").ListOf().Select(string.Concat);
        var grants =
            from application in names
            from audience in names
            from role in names
            from seconds in Gen.Choose(1, 100_000)
            select new TokenGrant(Caller.NameOf(application), audience) { Roles = [role], Lifetime = TimeSpan.FromSeconds(seconds) };

        Prop.ForAll(grants.ToArbitrary(), grant =>
        {
            var caller = Tokens.Read("Bearer " + Tokens.MintAsync(grant).GetAwaiter().GetResult());

            caller.IsOurs.ShouldBeTrue();
            (caller.Application, caller.Audience, caller.TenantId).ShouldBe((grant.Application, grant.Audience, Tokens.World.TenantId));
            caller.Roles.ShouldBe(grant.Roles);
            caller.Scopes.ShouldBeNull();
            (caller.Expires - caller.NotBefore).ShouldBe(grant.Lifetime);
        }).Hold(cases: 50);
    }

    [Fact]
    public async Task MintAsync_InTheSameSecond_HasAnotherId()
    {
        var ids = new List<string?>();
        for (var i = 0; i < 20; i++)
            ids.Add(Tokens.Read("Bearer " + await Tokens.MintAsync()).TokenId);

        ids.ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task MintAsync_LessThanASecond_IsRefused() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Tokens.MintAsync(new TokenGrant("my-app", Tokens.Audience) { Lifetime = TimeSpan.FromMilliseconds(999) }));

    private static async Task<JsonElement> PublishedAsync() =>
        JsonSerializer.SerializeToElement(KeySet.Of(await Tokens.Keys.GetAsync(CancellationToken.None)), LoginJson.Relaxed.KeySet);
}
