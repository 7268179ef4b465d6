using TvmEmulator.Configuration;
using TvmEmulator.Scenarios;
using TvmEmulator.UnitTests.Blobs;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Worlds;

public sealed class WorldRegistryTests
{
    private static readonly EmulatorOptions Options = new() { Devices = 3 };

    private readonly ListLogger<WorldRegistry> _log = new();
    private readonly WorldRegistry _worlds;

    public WorldRegistryTests() => _worlds = new WorldRegistry(Options, new SettableTime { Now = Samples.Utc("2026-06-30T09:41:27") }, _log, Scenario.Empty);

    [Theory]
    [InlineData("contoso.onmicrosoft.com", "Contoso.OnMicrosoft.com")]
    [InlineData("65e6cb40-0000-69b5-2101-05c8434e9eb3", "65E6CB40-0000-69B5-2101-05C8434E9EB3")]
    [InlineData("65e6cb40-0000-69b5-2101-05c8434e9eb3", "65e6cb40000069b5210105c8434e9eb3")]
    public void Open_SameTenantInOtherLetters_IsTheSameWorld(string name, string same) => _worlds.Open(same).ShouldBeSameAs(_worlds.Open(name));

    [Theory]
    [InlineData("default")]
    [InlineData("Default")]
    public void Open_NameOrIdOfTheDefaultWorld_IsTheDefaultWorld(string name)
    {
        _worlds.Open(name).ShouldBeSameAs(_worlds.Default);
        _worlds.Open(_worlds.Default.TenantId.ToString()).ShouldBeSameAs(_worlds.Default);
    }

    [Fact]
    public void Open_ManyCallersAtOnce_ShareOneWorld()
    {
        var opened = new World[16];
        Parallel.For(0, opened.Length, caller => opened[caller] = _worlds.Open("contoso.com"));

        opened.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Open_EqualSettings_ShareOneTenant()
    {
        _worlds.Open("a.example").Tenant.ShouldBeSameAs(_worlds.Default.Tenant);
        _worlds.Put("b.example", _worlds.Default.Settings with { Seed = 2 }).Tenant.ShouldNotBeSameAs(_worlds.Default.Tenant);
    }

    [Fact]
    public void Put_KnownTenant_BeginsAnew()
    {
        var first = _worlds.Open("contoso.com");
        first.Time.TryAdvance(TimeSpan.FromHours(1));
        var second = _worlds.Put("contoso.com", first.Settings);

        _worlds.Find(first.TenantId).ShouldBeSameAs(second);
        second.Time.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Open_MoreThanTheLimit_DropsTheLeastRecentlyUsedAndSaysSo()
    {
        for (var tenant = 1; tenant < WorldRegistry.MostWorlds; tenant++)
            _worlds.Open($"t{tenant}.example");
        _worlds.Open("t1.example");
        _worlds.Open("one-more.example");

        _worlds.All.Count.ShouldBe(WorldRegistry.MostWorlds);
        _worlds.All[0].ShouldBeSameAs(_worlds.Default);
        _worlds.Find(_worlds.IdOf("t1.example")).ShouldNotBeNull();
        _worlds.Find(_worlds.IdOf("t2.example")).ShouldBeNull();
        _log.Warnings.ShouldHaveSingleItem().Message.ShouldContain("t2.example");
    }

    [Fact]
    public void Drop_Default_IsRefused()
    {
        _worlds.Drop(_worlds.Default.TenantId).ShouldBeFalse();
        _worlds.Find(_worlds.Default.TenantId).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("65e6cb40-0000-69b5-2101-05c8434e9eb3", true)]
    [InlineData("contoso.onmicrosoft.com", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("../etc", false)]
    [InlineData("schön.example", false)]
    public void IsName_Text_IsAGuidOrLikeADomain(string text, bool isName) => WorldRegistry.IsName(text).ShouldBe(isName);

    [Fact]
    public void IsName_TooLong_IsNone()
    {
        WorldRegistry.IsName(new string('a', 255)).ShouldBeTrue();
        WorldRegistry.IsName(new string('a', 256)).ShouldBeFalse();
    }
}
