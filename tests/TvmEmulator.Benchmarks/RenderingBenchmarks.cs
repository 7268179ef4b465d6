using BenchmarkDotNet.Attributes;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Inventory;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Benchmarks;

/// <summary>What 50,000 rows cost, in both dresses, beside copying as many bytes.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private const int Rows = 50_000;

    private readonly byte[] _span = new byte[64 * 1024];
    private readonly SoftwareInventory _inventory = new(ContractEdition.Edition2021, FileCasing.Pascal);
    private Snapshot _snapshot = null!;
    private byte[] _rendered = [];

    [GlobalSetup]
    public void Setup()
    {
        var options = new EmulatorOptions();
        _snapshot = new Tenant(options.Seed, options.Devices).At(options.DataTime!.Value);
        _rendered = new byte[Render(RowDress.PageRow)];
    }

    [Benchmark(Baseline = true)]
    public void CopyAsManyBytes()
    {
        for (var at = 0; at + _span.Length <= _rendered.Length; at += _span.Length)
            _rendered.AsSpan(at, _span.Length).CopyTo(_span);
    }

    [Benchmark]
    public long PageRows() => Render(RowDress.PageRow);

    [Benchmark]
    public long FileLines() => Render(RowDress.FileLine);

    private long Render(RowDress dress)
    {
        var bytes = 0L;
        var rows = _inventory.Read(_snapshot, dress, 0, Rows);
        while (!rows.IsAtEnd)
            bytes += rows.Fill(_span);
        return bytes;
    }
}
