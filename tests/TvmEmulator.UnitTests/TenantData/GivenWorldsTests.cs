using TvmEmulator.Configuration;
using TvmEmulator.Control;
using TvmEmulator.Scenarios;
using TvmEmulator.TenantData;
using TvmEmulator.UnitTests.Blobs;
using TvmEmulator.UnitTests.Worlds;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class GivenWorldsTests : IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly WorldRegistry _worlds;

    public GivenWorldsTests()
    {
        var given = TenantDataFolder.Read(_folder.With("rows.json", Rows.Lines(Rows.Inventory())).Name);
        _worlds = new WorldRegistry(
            new EmulatorOptions(), new SettableTime { Now = Samples.Utc("2026-06-30T09:41:27") }, new ListLogger<WorldRegistry>(), Scenario.Empty, given);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_AnyTenant_SharesTheGivenOrganization()
    {
        _worlds.Default.Tenant.Given.ShouldNotBeNull();
        _worlds.Open("contoso.com").Tenant.ShouldBeSameAs(_worlds.Default.Tenant);
        WorldState.Of(_worlds.Default).Devices.ShouldBe(1);
    }

    [Fact]
    public void Put_WithASize_IsGenerated()
    {
        var world = _worlds.Put("contoso.com", _worlds.Start with { Given = null, Devices = 3 });

        world.Tenant.Given.ShouldBeNull();
        world.Tenant.Devices.ShouldBe(3);
    }
}
