using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Blobs;

/// <summary>A small organization that the tests of this folder share; nothing in it changes.</summary>
internal static class Organization
{
    public static EmulatorOptions Options2021 { get; } = new() { Devices = 20, Seed = 7 };

    public static EmulatorOptions Options2026 { get; } = Options2021 with { Contract = ContractEdition.Edition2026 };

    public static World World { get; } = WorldOf(Options2021, new FakeTime());

    public static Snapshot Snapshot { get; } = World.Tenant.At(World.Snapshots.NewestMark);

    public static World WorldOf(EmulatorOptions options, TimeProvider time) =>
        new(WorldRegistry.DefaultName, WorldSettings.Of(options), options, time, new TenantPool());
}
