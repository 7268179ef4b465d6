using TvmEmulator.Configuration;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Worlds;

public sealed class WorldResetTests
{
    private static readonly ApiRoute Route = new("Route", RouteKind.Document, Permission: null, new QuotaLimits(5, 20));

    private readonly World _world = new(
        "contoso.com", WorldSettings.Of(new EmulatorOptions { Devices = 3 }), new EmulatorOptions(), new SettableTime { Now = Samples.Utc("2026-06-30T09:41:27") }, new TenantPool());

    public WorldResetTests()
    {
        _world.Time.TryAdvance(TimeSpan.FromHours(1));
        _world.DataTime.TryMoveOn(3);
        _world.Quotas.Count(Route, "a");
    }

    [Theory]
    [InlineData(WorldParts.Clock, true, false, false)]
    [InlineData(WorldParts.DataTime, false, true, false)]
    [InlineData(WorldParts.Quotas, false, false, true)]
    [InlineData(WorldParts.Clock | WorldParts.Quotas, true, false, true)]
    [InlineData(WorldParts.All, true, true, true)]
    [InlineData(WorldParts.None, false, false, false)]
    public void Reset_Parts_AreAsTheyWereMadeAndOthersStay(object parts, bool clock, bool dataTime, bool quotas)
    {
        _world.Reset((WorldParts)parts);

        (_world.Time.Offset == TimeSpan.Zero).ShouldBe(clock);
        (_world.DataTime.NewestMark == Samples.Mark(Samples.DefaultMark)).ShouldBe(dataTime);
        // Going back by an hour, the call of an hour ahead is forgotten as well.
        (_world.Quotas.Uses.Count == 0).ShouldBe(quotas || clock);
    }
}
