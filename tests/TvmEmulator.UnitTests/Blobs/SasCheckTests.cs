using Microsoft.AspNetCore.Http;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class SasCheckTests
{
    private readonly FakeTime _time = new();
    private readonly Uri _link;
    private readonly SasCheck _check;

    public SasCheckTests()
    {
        _link = new Uri(new ExportLinks(Organization.World, Organization.Options2021)
            .For(new NumberedLines(3), Organization.Snapshot, "http://127.0.0.1:8080/tvmexportstrstgeus", TimeSpan.FromHours(1)).Links[0]);
        _check = Check(ContractEdition.Edition2021);
    }

    [Fact]
    public void Refuse_FreshLink_Passes() => Refuse(_link.Query).ShouldBeNull();

    [Fact]
    public void Refuse_LinkOfTheSdk_HasTheSameSignatureAsTheDocumentation()
    {
        var sas = SasToken.Read(new QueryString(_link.Query));

        var signed = SignedQuery.Of(Organization.World, Address().Name, st: sas["st"], se: sas["se"]);

        SasToken.Read(signed)["sig"].ShouldBe(sas["sig"]);
    }

    [Fact]
    public void Refuse_QueryEscapedOtherwise_Passes()
    {
        // yarl unescapes what it may; others escape more than they must.
        Refuse(_link.Query.Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal)).ShouldBeNull();
        Refuse(_link.Query.Replace("-", "%2d", StringComparison.Ordinal)).ShouldBeNull();
    }

    [Fact]
    public void Refuse_OtherOrderAndUnknownParameters_Passes() =>
        Refuse("?timeout=30&" + string.Join('&', _link.Query[1..].Split('&').Reverse())).ShouldBeNull();

    [Theory]
    [InlineData("sv")]
    [InlineData("st")]
    [InlineData("se")]
    [InlineData("sr")]
    [InlineData("sp")]
    [InlineData("sig")]
    public void Refuse_ParameterMissingDoubledOrChanged_Fails(string name)
    {
        var pairs = _link.Query[1..].Split('&');
        var pair = Array.Find(pairs, candidate => candidate.StartsWith(name + "=", StringComparison.Ordinal))!;
        var changed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sv"] = "sv=2023-01-04",
            ["st"] = "st=2026-07-01T11%3A55%3A50Z",
            ["se"] = "se=2026-07-01T23%3A55%3A51Z",
            ["sr"] = "sr=c",
            ["sp"] = "sp=rw",
            ["sig"] = "sig=AAAA" + _link.Query[^40..],
        };

        Refuse("?" + string.Join('&', pairs.Where(other => other != pair))).ShouldBeForbidden();
        Refuse(_link.Query + "&" + pair).ShouldBeForbidden();
        Refuse("?" + string.Join('&', pairs.Where(other => other != pair).Append(changed[name]))).ShouldBeForbidden();
        Refuse("?" + string.Join('&', pairs.Where(other => other != pair).Append(name + "="))).ShouldBeForbidden();
    }

    [Theory]
    [InlineData("rscd=attachment")]
    [InlineData("rsct=text/plain")]
    [InlineData("si=policy")]
    [InlineData("sip=127.0.0.1")]
    [InlineData("spr=https")]
    [InlineData("ses=scope")]
    public void Refuse_SignedParameterAdded_Fails(string pair) => Refuse(_link.Query + "&" + pair).ShouldBeForbidden();

    [Theory]
    [InlineData("otheraccount", "tvm-export", "")]
    [InlineData("tvmexportstrstgeus", "other", "")]
    [InlineData("tvmexportstrstgeus", "tvm-export", "x")]
    public void Refuse_OtherResource_Fails(string account, string container, string suffix) =>
        _check.Refuse(SasToken.Read(new QueryString(_link.Query)), new BlobAddress(account, container, Address().Name + suffix).Resource)
            .ShouldBeForbidden();

    [Fact]
    public void Refuse_OtherBlobOfTheExport_Fails()
    {
        var (links, _) = new ExportLinks(Organization.World, Organization.Options2021)
            .For(new NumberedLines(3, 3), Organization.Snapshot, "http://host/tvmexportstrstgeus", TimeSpan.FromHours(1));

        _check.Refuse(SasToken.Read(new QueryString(new Uri(links[1]).Query)), Address().Resource).ShouldBeForbidden();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?x=y")]
    public void Refuse_NoSas_Fails(string query)
    {
        var refusal = Refuse(query);

        refusal.ShouldBeForbidden();
        refusal!.Detail.ShouldBeNull();
    }

    [Theory]
    [InlineData("2020-12-05")]
    [InlineData("2015-04-05")]
    [InlineData("newest")]
    public void Refuse_VersionOfOtherLayout_FailsEvenWhenSigned(string sv)
    {
        var query = SignedQuery.Of(Organization.World, Address().Name, sv: sv, se: "2026-07-02");

        Refuse(query.Value!).ShouldBeForbidden();
    }

    [Theory]
    [InlineData("2020-12-06")]
    [InlineData("2026-10-06")]
    public void Refuse_VersionOfOurLayout_Passes(string sv) =>
        Refuse(SignedQuery.Of(Organization.World, Address().Name, sv: sv, se: "2026-07-02").Value!).ShouldBeNull();

    [Theory]
    [InlineData("2026-07-02")]
    [InlineData("2026-07-01T11:56Z")]
    [InlineData("2026-07-01T11:55:52Z")]
    [InlineData("2026-07-01T11:55:51.7660000Z")]
    public void Refuse_ExpiryInAnyForm_Passes(string se) => Refuse(SignedQuery.Of(Organization.World, Address().Name, se: se).Value!).ShouldBeNull();

    [Theory]
    [InlineData("2026-07-01")]
    [InlineData("2026-07-01T11:55Z")]
    [InlineData("2026-07-01T11:55:51Z")]
    [InlineData("tomorrow")]
    public void Refuse_ExpiryPassedOrUnreadable_Fails(string se) => Refuse(SignedQuery.Of(Organization.World, Address().Name, se: se).Value!).ShouldBeForbidden();

    [Fact]
    public void Refuse_LastMomentAndExpiry_PassesAndFails()
    {
        var expiry = new DateTimeOffset(2026, 7, 1, 12, 55, 51, TimeSpan.Zero);

        _time.Now = expiry.AddTicks(-1);
        Refuse(_link.Query).ShouldBeNull();

        _time.Now = expiry;
        var refusal = Refuse(_link.Query);
        refusal.ShouldBeForbidden();
        refusal!.Hint.ShouldBe("SAS expired 00:00:00 ago by the emulator's clock");
    }

    [Fact]
    public void Refuse_Expired_SaysWhenInTheWordsOfTheEdition()
    {
        _time.Now = FakeTime.Start.AddHours(26);

        Refuse(_link.Query)!.Detail.ShouldBe(
            "Signature not valid in the specified time frame: Start [Wed, 01 Jul 2026 11:55:51 GMT] - Expiry [Wed, 01 Jul 2026 12:55:51 GMT] - Current [Thu, 02 Jul 2026 13:55:51 GMT]");
        Refuse(_link.Query)!.Hint.ShouldBe("SAS expired 1.01:00:00 ago by the emulator's clock");
        Check(ContractEdition.Edition2026).Refuse(SasToken.Read(new QueryString(_link.Query)), Address().Resource)!.Detail.ShouldBe(
            "Signature not valid in the specified key time frame: Key start [Wed, 01 Jul 2026 11:55:51 GMT] - Key expiry [Wed, 01 Jul 2026 12:55:51 GMT] - Current [Thu, 02 Jul 2026 13:55:51 GMT]");
    }

    [Fact]
    public void Refuse_ClockSetBack_Passes()
    {
        _time.Now = FakeTime.Start.AddDays(-1);

        Refuse(_link.Query).ShouldBeNull();
    }

    [Fact]
    public void Refuse_PlusSentUnescaped_HintsAtIt() =>
        Refuse("?sv=2023-01-03&se=2026-07-02&sr=b&sp=r&sig=a+b")!.Hint.ShouldBe("sig holds a blank: a plus sign must be sent as %2B");

    private SasCheck Check(ContractEdition edition) => new(new StorageAccount(Organization.World), _time, edition);

    private BlobAddress Address() => BlobAddress.Parse(PathString.FromUriComponent(_link));

    private BlobRefusal? Refuse(string query) => _check.Refuse(SasToken.Read(new QueryString(query)), Address().Resource);
}

internal static class RefusalShould
{
    public static void ShouldBeForbidden(this BlobRefusal? refusal)
    {
        refusal.ShouldNotBeNull();
        refusal.Status.ShouldBe(403);
        refusal.Code.ShouldBe("AuthenticationFailed");
    }
}
