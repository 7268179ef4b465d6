using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Journal;

namespace TvmEmulator.UnitTests.Journal;

public sealed class MaskingTests
{
    private const string Secret = "S3cr3t/W0rd";

    [Theory]
    [InlineData("", "")]
    [InlineData("?sv=2023-01-03&sig=abc%3D&sp=r", "?sv=2023-01-03&sig=***&sp=r")]
    [InlineData("?SIG=abc", "?SIG=***")]
    [InlineData("?s%69g=abc", "?s%69g=***")]
    [InlineData("?+sig+=abc", "?+sig+=***")]
    [InlineData("?sv=1&amp;sig=abc", "?sv=1&amp;sig=***")]
    [InlineData("?sv=1?sig=abc", "?sv=1?sig=***")]
    [InlineData("?a%26sig=abc", "?a%26sig=***")]
    [InlineData("?sig%3Dabc", "?***")]
    [InlineData("?url=http%3A%2F%2Fa%3Fsig%3Dabc", "?url=***")]
    [InlineData("?url=sig%253Dabc", "?url=***")]
    [InlineData("?sig=a=b=c", "?sig=***")]
    [InlineData("?sig", "?sig")]
    [InlineData("?sig=", "?sig=***")]
    [InlineData("?client_secret=abc", "?client_secret=***")]
    [InlineData("?pageSize=5&$skiptoken=eyJ9%3D&zipcode=5&design=a", "?pageSize=5&$skiptoken=eyJ9%3D&zipcode=5&design=a")]
    public void Query_Secrets_AreMaskedAndNothingElse(string query, string masked) => Masking.Query(query).ShouldBe(masked);

    [Theory]
    [InlineData("", "")]
    [InlineData("grant_type=client_credentials&client_id=a-b&client_secret=abc", "grant_type=client_credentials&client_id=a-b&client_secret=***")]
    [InlineData("scope=https%3A%2F%2Fapi.security.microsoft.com%2F.default&client_secrte=abc", "scope=https%3A%2F%2Fapi.security.microsoft.com%2F.default&client_secrte=***")]
    [InlineData("{\"client_secret\":\"abc==\"}", "***")]
    [InlineData("grant_type=a\nclient_secret=abc", "grant_type=***")]
    [InlineData("grant_type=a;client_secret=abc", "grant_type=***")]
    [InlineData("client%5Fsecret=abc&client_secret%3Dabc", "***&***")]
    [InlineData("abc=", "***")]
    public void Form_Everything_IsMaskedButWhatIsHarmless(string form, string masked) => Masking.Form(form).ShouldBe(masked);

    [Fact]
    public void Query_SecretAnywhereUnderItsName_NeverStays() =>
        Prop.ForAll(
                (from pairs in Pairs(["a", "pageSize", "$top", "url"])
                 from name in Spelt("sig", "client_secret", "client_assertion", "assertion", "password", "refresh_token", "code", "access_token")
                 from secret in Spelt(Secret)
                 from place in Gen.Choose(0, pairs.Count)
                 from separator in Gen.Elements("&", "&amp;", ";")
                 select "?" + string.Join(separator, [.. pairs.Take(place), $"{name}={secret}", .. pairs.Skip(place)])).ToArbitrary(),
                query => !Holds(Masking.Query(query)))
            .Hold(cases: 1_000);

    [Fact]
    public void Form_SecretUnderAnyNameButAHarmlessOne_NeverStays() =>
        Prop.ForAll(
                (from pairs in Pairs(["grant_type", "client_id", "scope", "x"])
                 from name in Spelt("client_secret", "client_assertion", "password", "refresh_token", "code", "assertion", "cleint_secret", "\"client_secret\"")
                 from secret in Spelt(Secret)
                 from place in Gen.Choose(0, pairs.Count)
                 from separator in Gen.Elements("&", "\n", "\r\n", ";", ",\"")
                 from sign in Gen.Elements("=", " = ", "\":\"", ": ")
                 select string.Join(separator, [.. pairs.Take(place), name + sign + secret, .. pairs.Skip(place)])).ToArbitrary(),
                form => !Holds(Masking.Form(form)))
            .Hold(cases: 1_000);

    [Fact]
    public void Both_AnyText_NeverThrow() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).ToArbitrary(), text => Masking.Query("?" + text + "%sig=").Length > 0 && Masking.Form(text) is not null).Hold();

    private static Gen<List<string>> Pairs(string[] names) =>
        (from name in Gen.Elements(names)
         from value in Gen.Elements("1", "b%20c", "", "x=y", "a+b")
         select $"{name}={value}").ListOf().Select(pairs => pairs.Take(5).ToList());

    /// <summary>A text in some letter case, with some characters escaped once or twice.</summary>
    private static Gen<string> Spelt(params string[] texts) =>
        from text in Gen.Elements(texts)
        from upper in Gen.Elements(false, true)
        from escapings in Gen.Elements("", "%", "%25").ListOf(text.Length)
        select string.Concat((upper && text != Secret ? text.ToUpperInvariant() : text).Select((character, i) => escapings[i].Length == 0 ? $"{character}" : $"{escapings[i]}{(int)character:X2}"));

    private static bool Holds(string masked)
    {
        for (var i = 0; i < 3; i++)
            masked = Uri.UnescapeDataString(masked);
        return masked.Contains(Secret, StringComparison.Ordinal);
    }
}
