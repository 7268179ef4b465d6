using System.Net;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Configuration;

public sealed class OptionTableTests
{
    private static readonly EmulatorOptions Defaults = new();

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "65535")]
    [InlineData("--bind", "::1")]
    [InlineData("--bind", "0.0.0.0")]
    [InlineData("--devices", "1")]
    [InlineData("--devices", "1000000")]
    [InlineData("--seed", "-9223372036854775808")]
    [InlineData("--seed", "9223372036854775807")]
    [InlineData("--data-time", "live")]
    [InlineData("--data-time", "2025-01-01T02:00Z")]
    [InlineData("--data-time", "2039-12-31T23:59Z")]
    [InlineData("--contract", "2026")]
    [InlineData("--auth", "strict")]
    [InlineData("--auth", "off")]
    [InlineData("--quotas", "off")]
    [InlineData("--quotas", "10")]
    [InlineData("--quotas", "0.01")]
    [InlineData("--quotas", "1000")]
    [InlineData("--blobs", "UseDevelopmentStorage=true")]
    [InlineData("--file-casing", "camel")]
    [InlineData("--public-url", "https://tvm.example/base")]
    [InlineData("--cache-dir", "/somewhere")]
    [InlineData("--control-key", "p4ss!word")]
    [InlineData("--journal", "0")]
    [InlineData("--journal", "1000000")]
    [InlineData("--exit-on-violation", "on")]
    [InlineData("--exit-on-violation", "true")]
    [InlineData("--exit-on-violation", "")]
    [InlineData("--scenario", "/somewhere.yaml")]
    [InlineData("--tenant-data", "/somewhere")]
    public void Apply_GoodValue_ChangesTheOptions(string name, string text) => Apply(name, text).ShouldNotBeNull().ShouldNotBe(Defaults);

    [Theory]
    [InlineData("--port", "-1", "a whole number from 0 to 65535")]
    [InlineData("--port", "65536", "a whole number from 0 to 65535")]
    [InlineData("--port", "8080.0", "a whole number from 0 to 65535")]
    [InlineData("--port", " 80", "a whole number from 0 to 65535")]
    [InlineData("--port", "99999999999999999999", "a whole number from 0 to 65535")]
    [InlineData("--port", "", "a whole number from 0 to 65535")]
    [InlineData("--bind", "example.org", "an IP address, localhost or *")]
    [InlineData("--bind", "127.1", "an IP address, localhost or *")]
    [InlineData("--bind", "010.0.0.1", "an IP address, localhost or *")]
    [InlineData("--bind", "[::1]:80", "an IP address, localhost or *")]
    [InlineData("--bind", "", "an IP address, localhost or *")]
    [InlineData("--devices", "0", "a whole number from 1 to 1000000")]
    [InlineData("--devices", "1000001", "a whole number from 1 to 1000000")]
    [InlineData("--devices", "1e3", "a whole number from 1 to 1000000")]
    [InlineData("--seed", "9223372036854775808", "a whole number from -9223372036854775808 to 9223372036854775807")]
    [InlineData("--seed", "one", "a whole number from -9223372036854775808 to 9223372036854775807")]
    [InlineData("--data-time", "2025-01-01T01:59Z", "live or a time yyyy-MM-ddTHH:mmZ from 2025-01-01T02:00Z to 2039-12-31T20:00Z")]
    [InlineData("--data-time", "2040-01-01T02:00Z", "live or a time yyyy-MM-ddTHH:mmZ from 2025-01-01T02:00Z to 2039-12-31T20:00Z")]
    [InlineData("--data-time", "2026-06-30", "live or a time yyyy-MM-ddTHH:mmZ from 2025-01-01T02:00Z to 2039-12-31T20:00Z")]
    [InlineData("--data-time", "2026-06-30T02:00", "live or a time yyyy-MM-ddTHH:mmZ from 2025-01-01T02:00Z to 2039-12-31T20:00Z")]
    [InlineData("--data-time", "2026-06-31T02:00Z", "live or a time yyyy-MM-ddTHH:mmZ from 2025-01-01T02:00Z to 2039-12-31T20:00Z")]
    [InlineData("--contract", "2022", "one of 2021, 2026")]
    [InlineData("--quotas", "0.009", "on, off or a factor from 0.01 to 1000")]
    [InlineData("--quotas", "1000.1", "on, off or a factor from 0.01 to 1000")]
    [InlineData("--quotas", "-1", "on, off or a factor from 0.01 to 1000")]
    [InlineData("--quotas", "1e2", "on, off or a factor from 0.01 to 1000")]
    [InlineData("--quotas", "1,5", "on, off or a factor from 0.01 to 1000")]
    [InlineData("--quotas", "", "on, off or a factor from 0.01 to 1000")]
    [InlineData("--auth", "Off", "one of lenient, strict, off")]
    [InlineData("--blobs", "azurite", "embedded, UseDevelopmentStorage=true or a quoted connection string with an AccountKey")]
    [InlineData("--file-casing", "snake", "one of pascal, camel")]
    [InlineData("--public-url", "/base", "an absolute http or https URL without query and fragment")]
    [InlineData("--public-url", "ftp://tvm.example", "an absolute http or https URL without query and fragment")]
    [InlineData("--public-url", "http://tvm.example/?a=b", "an absolute http or https URL without query and fragment")]
    [InlineData("--public-url", "http://tvm.example/#", "an absolute http or https URL without query and fragment")]
    [InlineData("--public-url", "http://", "an absolute http or https URL without query and fragment")]
    [InlineData("--journal", "-1", "a whole number from 0 to 1000000")]
    [InlineData("--journal", "1000001", "a whole number from 0 to 1000000")]
    [InlineData("--journal", "off", "a whole number from 0 to 1000000")]
    [InlineData("--exit-on-violation", "yes", "on or off")]
    [InlineData("--exit-on-violation", "On", "on or off")]
    [InlineData("--scenario", "", "the name of a file")]
    [InlineData("--cache-dir", "", "the name of a folder")]
    [InlineData("--cache-dir", "a\0b", "the name of a folder")]
    [InlineData("--control-key", "", "a text of 1 to 256 ASCII characters without blanks")]
    [InlineData("--control-key", "two words", "a text of 1 to 256 ASCII characters without blanks")]
    [InlineData("--control-key", "schlüssel", "a text of 1 to 256 ASCII characters without blanks")]
    public void Apply_BadValue_IsRefusedAndSaysWhatIsNeeded(string name, string text, string needed)
    {
        Apply(name, text).ShouldBeNull();
        Entry(name).Rule.Needed.ShouldBe(needed);
    }

    [Fact]
    public void Apply_DevicesWithAnyNumber_TakesThoseInRange() =>
        Prop.ForAll(Gen.Choose(-10, 1_000_010).ToArbitrary(), number =>
                Apply("--devices", $"{number}")?.Devices == (number is >= 1 and <= 1_000_000 ? number : null))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("*", "::")]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("192.168.1.5", "192.168.1.5")]
    public void Apply_Bind_BecomesAnAddress(string text, string address) =>
        Apply("--bind", text)!.Bind.ShouldBe(IPAddress.Parse(address));

    [Theory]
    [InlineData("2026-06-30T01:59Z", "2026-06-29/2000")]
    [InlineData("2026-06-30T02:00Z", "2026-06-30/0200")]
    [InlineData("2026-06-30T19:59Z", "2026-06-30/1400")]
    public void Apply_DataTime_IsRoundedDown(string text, string mark) =>
        Apply("--data-time", text)!.DataTime.ShouldNotBeNull().ToString().ShouldBe(mark);

    [Fact]
    public void Apply_DataTimeLive_FollowsTheClock() => Apply("--data-time", "live")!.DataTime.ShouldBe((SnapshotMark?)null);

    [Theory]
    [InlineData("http://tvm.example", "http://tvm.example")]
    [InlineData("http://tvm.example:81/", "http://tvm.example:81")]
    [InlineData("https://tvm.example/base/", "https://tvm.example/base")]
    public void Apply_PublicUrl_LosesItsTrailingSlash(string text, string url) =>
        Apply("--public-url", text)!.PublicUrl!.OriginalString.ShouldBe(url);

    [Theory]
    [InlineData("--port")]
    [InlineData("--bind")]
    [InlineData("--devices")]
    [InlineData("--seed")]
    [InlineData("--data-time")]
    [InlineData("--contract")]
    [InlineData("--auth")]
    [InlineData("--quotas")]
    [InlineData("--blobs")]
    [InlineData("--file-casing")]
    [InlineData("--journal")]
    [InlineData("--exit-on-violation")]
    public void Default_OfTheHelp_IsTheDefaultOfTheOptions(string name) => Apply(name, Entry(name).Default).ShouldBe(Defaults);

    [Fact]
    public void All_Names_AreSpelledAlikeInAllPlaces()
    {
        var entry = Entry("--public-url");

        entry.Key.ShouldBe("public-url");
        entry.Variable.ShouldBe("TVM_PUBLIC_URL");
        OptionTable.All.Select(option => option.Name).ShouldBeUnique(StringComparer.Ordinal);
    }

    private static OptionEntry Entry(string name) => OptionTable.All.Single(entry => entry.Name == name);

    private static EmulatorOptions? Apply(string name, string text) => Entry(name).Rule.Apply(Defaults, text);
}
