using BenchmarkDotNet.Attributes;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;

namespace TvmEmulator.Benchmarks;

/// <summary>What counting a call costs.</summary>
[MemoryDiagnoser]
public class QuotaBenchmarks
{
    private const string Application = "3f9a2e0c-7d41-4b58-9c36-1de2f0a4b7c8";

    private static readonly ApiRoute Route = new("SoftwareInventoryByMachine", RouteKind.Page, Permission: null, QuotaLimits.Pages);

    private readonly Stepping _time = new();
    private readonly QuotaLedger _ledger;

    public QuotaBenchmarks() => _ledger = new QuotaLedger(QuotaSettings.Published, _time);

    /// <summary>A call every four seconds is always within its limits.</summary>
    [Benchmark]
    public bool Accepted()
    {
        _time.Now += TimeSpan.FromSeconds(4);
        return _ledger.Count(Route, Application).IsAcquired;
    }

    private sealed class Stepping : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 30, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
