using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.Control;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Control;

/// <summary>What the bodies of control calls mean.</summary>
public sealed class ControlRequestTests
{
    private static readonly ApiRoute[] Counted = [new("Pages", RouteKind.Page, Permission: null, QuotaLimits.Pages), new("Export", RouteKind.Export, Permission: null, QuotaLimits.Exports)];

    [Theory]
    [InlineData("{}", 5, 20)]
    [InlineData("""{"factor":2}""", 10, 40)]
    [InlineData("""{"enabled":false}""", null, null)]
    [InlineData("""{"limits":[{"route":"export","perMinute":7,"perHour":9}]}""", 7, 9)]
    [InlineData("""{"factor":2,"limits":[{"route":"Export","perMinute":7}]}""", 7, 40)]
    [InlineData("""{"factor":2,"limits":[{"route":"Export","perHour":7}]}""", 10, 7)]
    [InlineData("""{"limits":[{"route":"Pages","perHour":7}]}""", 5, 20)]
    public void Quotas_Body_IsTheLimitsOfARoute(string json, int? perMinute, int? perHour)
    {
        var body = Body(json);
        var limits = QuotaRoutes.ReadSettings(body, Counted).LimitsOf(Counted[1]);

        body.Refuse().ShouldBeNull();
        (limits?.PerMinute, limits?.PerHour).ShouldBe((perMinute, perHour));
    }

    [Theory]
    [InlineData("""{"factor":0}""", "factor: a number from 0.01 to 1000 is needed")]
    [InlineData("""{"limits":[{}]}""", "limits[0].route: one of Pages, Export is needed")]
    [InlineData("""{"limits":[{"route":7}]}""", "limits[0].route: one of Pages, Export is needed")]
    [InlineData("""{"limits":[{"route":"Blob"}]}""", "limits[0].route: one of Pages, Export is needed")]
    [InlineData("""{"limits":[{"route":"Pages"},{"route":"pages"}]}""", "limits[1].route: one entry for each route is needed")]
    [InlineData("""{"limits":[{"route":"Pages","perMinute":0}]}""", "limits[0].perMinute: a whole number from 1 to 1000000 is needed")]
    [InlineData("""{"callers":[]}""", "callers is unknown, allowed are enabled, factor, limits")]
    public void Quotas_WrongBody_IsRefused(string json, string message)
    {
        var body = Body(json);
        QuotaRoutes.ReadSettings(body, Counted);

        body.Refuse()!.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("{}", 1, 1000, "2026-06-30/0200")]
    [InlineData("""{"seed":-2}""", -2, 1000, "2026-06-30/0200")]
    [InlineData("""{"devices":50}""", 1, 50, "2026-06-30/0200")]
    [InlineData("""{"dataTime":"2026-07-01T13:00Z"}""", 1, 1000, "2026-07-01/0800")]
    [InlineData("""{"dataTime":"2026-07-01T14:00:00Z"}""", 1, 1000, "2026-07-01/1400")]
    [InlineData("""{"dataTime":"live"}""", 1, 1000, null)]
    public void World_Body_IsOnTopOfTheStartUpOptions(string json, long seed, int devices, string? mark)
    {
        var body = Body(json);
        var settings = WorldRoutes.ReadSettings(body, WorldSettings.Of(new EmulatorOptions()));

        body.Refuse().ShouldBeNull();
        (settings.Seed, settings.Devices, settings.DataTime?.ToString()).ShouldBe((seed, devices, mark));
    }

    [Theory]
    [InlineData("""{"devices":0}""", "devices: a whole number from 1 to 1000000 is needed")]
    [InlineData("""{"dataTime":"2024-12-31T00:00Z"}""", "dataTime: live or a time from 2025-01-01T02:00:00Z to 2039-12-31T20:00:00Z is needed")]
    [InlineData("""{"dataTime":"Live"}""", "dataTime: live or a time from 2025-01-01T02:00:00Z to 2039-12-31T20:00:00Z is needed")]
    public void World_WrongBody_IsRefused(string json, string message)
    {
        var body = Body(json);
        WorldRoutes.ReadSettings(body, WorldSettings.Of(new EmulatorOptions()));

        body.Refuse()!.Message.ShouldBe(message);
    }

    [Fact]
    public void Token_Body_IsTheOrder()
    {
        var body = Body("""{"application":"a","roles":["r","s"],"expiresIn":"00:01:05","audience":"https://x"}""");
        var order = TokenRoutes.ReadOrder(body);

        body.Refuse().ShouldBeNull();
        (order.Application, order.Audience, order.Scopes, order.ExpiresIn).ShouldBe(("a", "https://x", null, TimeSpan.FromSeconds(65)));
        order.Roles.ShouldBe(["r", "s"]);
    }

    [Theory]
    [InlineData("""{"expiresIn":"00:00:00"}""", "expiresIn: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H) from a second to 365 days is needed")]
    [InlineData("""{"expiresIn":"366.00:00:00"}""", "expiresIn: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H) from a second to 365 days is needed")]
    [InlineData("""{"application":""}""", "application: a text of 1 to 1024 characters is needed")]
    [InlineData("""{"roles":[""]}""", "roles: a list of at most 100 texts of 1 to 1024 characters is needed")]
    [InlineData("""{"scopes":"a b"}""", "scopes: a list of texts is needed")]
    public void Token_WrongBody_IsRefused(string json, string message)
    {
        var body = Body(json);
        TokenRoutes.ReadOrder(body);

        body.Refuse()!.Message.ShouldBe(message);
    }

    private static ControlBody Body(string json) => ControlBody.Parse(Encoding.UTF8.GetBytes(json));
}
