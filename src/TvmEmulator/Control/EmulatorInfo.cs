using System.Text.Json.Serialization;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary>What the emulator says about itself and its data, with ids that are ready to be tried.</summary>
internal sealed record EmulatorInfo(
    string Name,
    string Version,
    string Contract,
    string Tenant,
    string TenantId,
    long Seed,
    int Devices,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GivenCounts? TenantData,
    int InventoryRows,
    int ExportFiles,
    string DatasetHash,
    string NewestSnapshot,
    ClockState Clock,
    int Worlds,
    SampleIds Samples,
    string Curl)
{
    /// <summary>Describes the newest snapshot of a world.</summary>
    public static EmulatorInfo Of(World world, Snapshot snapshot, EmulatorOptions options, int worlds, string baseUrl) => new(
        "tvm-emulator",
        EmulatorVersion.Text,
        options.Contract == ContractEdition.Edition2021 ? "2021" : "2026",
        world.Name,
        world.TenantId.ToString(),
        world.Tenant.Seed,
        snapshot.Devices,
        world.Tenant.Given?.Counts,
        snapshot.Inventory.Rows,
        snapshot.InventoryFiles.Count,
        snapshot.DatasetHash,
        ControlTime.Text(snapshot.Mark),
        ClockState.Of(world),
        worlds,
        SampleIds.Of(snapshot),
        $"curl -H 'Authorization: Bearer any' '{baseUrl}/api/machines/SoftwareInventoryByMachine?pageSize=5'");
}

/// <summary>Ids that exist in a snapshot.</summary>
internal sealed record SampleIds(string? DeviceId, string? DeviceName, string SoftwareId, string? CveId)
{
    /// <summary>The first device, if an overlay left any, the product with the most versions, and its newest CVE.</summary>
    public static SampleIds Of(Snapshot snapshot)
    {
        Device? device = snapshot.Devices == 0 ? null : snapshot.DeviceAt(0);
        var product = snapshot.Tenant.Catalog.Products.MaxBy(snapshot.VersionsOf)!;
        return new SampleIds(
            device is { } first ? DeviceNames.IdOf(first) : null,
            device is { } named ? snapshot.Tenant.Fleet.Names.NameOf(named) : null,
            product.Id,
            snapshot.NewestCveOf(product));
    }
}
