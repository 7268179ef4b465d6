using BenchmarkDotNet.Attributes;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Benchmarks;

/// <summary>What it costs to set a tenant up, to count it, and to find out what its devices have.</summary>
[MemoryDiagnoser]
public class GenerationBenchmarks
{
    private readonly EmulatorOptions _options = new();
    private readonly Installation[] _found = new Installation[InstallationRules.MostPerDevice];
    private Tenant _tenant = null!;
    private Snapshot _snapshot = null!;

    [Params(1_000, 100_000)]
    public int Devices { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _tenant = new Tenant(_options.Seed, Devices);
        _snapshot = _tenant.At(_options.DataTime!.Value);
    }

    [Benchmark]
    public Tenant MakeTenant() => new(_options.Seed, Devices);

    [Benchmark]
    public Snapshot CountSnapshot() => _tenant.At(_options.DataTime!.Value);

    [Benchmark(OperationsPerInvoke = 1_000)]
    public int InstallationsOfADevice()
    {
        var rows = 0;
        for (var place = 0; place < 1_000; place++)
            rows += _snapshot.InstallationsOf(_snapshot.DeviceAt(place), _found);
        return rows;
    }
}
