using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>The benchmark that devices are compared with.</summary>
public sealed class Benchmark
{
    private Benchmark(BenchmarkFile file)
    {
        Settings = [.. file.Settings.Select(setting => new BaselineSetting(setting, file.Benchmark, file.Version))];
        Profiles = [.. file.Profiles.Select(profile => new BaselineProfile(profile, file.Benchmark, file.Version, Settings))];
    }

    /// <summary>What the rows of a given organization name; it may be of several benchmarks.</summary>
    internal Benchmark(IReadOnlyList<BaselineSetting> settings, IReadOnlyList<BaselineProfile> profiles)
    {
        Settings = settings;
        Profiles = profiles;
    }

    /// <summary>The one of the catalog.</summary>
    public static Benchmark Current { get; } = new(CatalogFiles.File("baselines.json", CatalogJson.Default.BenchmarkFile));

    /// <summary>All settings, in the order of the benchmark.</summary>
    public IReadOnlyList<BaselineSetting> Settings { get; }

    /// <summary>The organization's profiles.</summary>
    public IReadOnlyList<BaselineProfile> Profiles { get; }
}
