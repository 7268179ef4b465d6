using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Identity;
using TvmEmulator.Quotas;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Worlds;

/// <summary>What a world is made from, and what a reset returns it to.</summary>
/// <param name="Seed">What its organization follows from.</param>
/// <param name="Devices">Size of the organization.</param>
/// <param name="DataTime">The newest snapshot; null follows service time.</param>
/// <param name="Quotas">How often its callers may call.</param>
internal sealed record WorldSettings(long Seed, int Devices, SnapshotMark? DataTime, QuotaSettings Quotas)
{
    /// <summary>The organization that was given; null when one is generated from seed and size.</summary>
    public GivenOrganization? Given { get; init; }

    /// <summary>What service time begins with.</summary>
    public ClockStart Clock { get; init; } = ClockStart.Wall;

    /// <summary>The applications that get tokens; while there is none, everybody does.</summary>
    public IReadOnlyList<KnownClient> Clients { get; init; } = [];

    /// <summary>What goes wrong.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>Changes on top of the generated organization; null when there are none.</summary>
    public OverlayChanges? Overlay { get; init; }

    /// <summary>Those of the start-up options and scenario.</summary>
    public static WorldSettings Of(EmulatorOptions options, Scenario? scenario = null, GivenOrganization? given = null)
    {
        scenario ??= Scenario.Empty;
        var quotas = QuotaSettings.Of(options);
        return new WorldSettings(
            options.Seed,
            given?.Counts.Devices ?? options.Devices,
            scenario.Clocks is { DataTime: { } data } ? data.Mark : options.DataTime,
            scenario.Quotas?.ChangeOf(quotas) ?? quotas)
        {
            Given = given,
            Clock = scenario.Clocks?.Start ?? ClockStart.Wall,
            Clients = scenario.Clients ?? [],
            Faults = scenario.Faults ?? [],
            Overlay = scenario.Overlay,
        };
    }
}
