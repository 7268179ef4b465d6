using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Control calls that are refused, and so change nothing.</summary>
public sealed class ControlRefusalTests(Editions editions) : IClassFixture<Editions>
{
    [Theory]
    [InlineData("misspelt-path", "GET", "clok", "")]
    [InlineData("unknown-path", "GET", "license/agreement/of/2026", "")]
    [InlineData("wrong-method", "DELETE", "clock", "")]
    [InlineData("unknown-member", "POST", "clock/advance", """{"bye":"01:00:00"}""")]
    [InlineData("no-json", "POST", "clock/advance", "by=01:00:00")]
    [InlineData("advance-nothing", "POST", "clock/advance", "")]
    [InlineData("advance-back", "POST", "clock/advance", """{"by":"-01:00:00"}""")]
    [InlineData("advance-to-the-past", "POST", "clock/advance", """{"to":"2026-06-30T09:41:26Z"}""")]
    [InlineData("advance-too-far", "POST", "clock/advance", """{"by":"7301.00:00:00"}""")]
    [InlineData("advance-both", "POST", "clock/advance", """{"by":"01:00:00","to":"2026-07-01T00:00Z"}""")]
    [InlineData("next-zero", "POST", "snapshots/next", """{"count":0}""")]
    [InlineData("quotas-route", "PUT", "quotas", """{"limits":[{"route":"Nothing","perMinute":5}]}""")]
    [InlineData("reset-part", "POST", "reset", """{"only":["clocks"]}""")]
    [InlineData("reset-nothing", "POST", "reset", """{"only":[]}""")]
    [InlineData("reset-all-and-tenant", "POST", "reset?tenant=default", """{"all":true}""")]
    [InlineData("no-such-tenant", "GET", "clock?tenant=contoso.com", "")]
    [InlineData("no-such-world", "DELETE", "worlds/contoso.com", "")]
    [InlineData("wrong-tenant", "POST", "clock/advance?tenant=a%20b", """{"by":"01:00:00"}""")]
    [InlineData("wrong-world", "PUT", "worlds/a%2Fb", "")]
    [InlineData("replace-default", "PUT", "worlds/default", "")]
    [InlineData("drop-default", "DELETE", "worlds/65e6cb40-dc95-69b5-2101-05c8434e9eb3", "")]
    public async Task Send_WrongCall_IsRefused(string variant, string method, string call, string body) => (await editions["2021"].ControlAsync(method, call, body)).ShouldBeApproved(variant);
}
