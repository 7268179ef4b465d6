using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>The benchmark that devices are compared with.</summary>
public sealed class Benchmark
{
    private Benchmark(BenchmarkFile file)
    {
        Name = file.Benchmark;
        Version = file.Version;
        Settings = [.. file.Settings.Select(setting => new BaselineSetting(setting, this))];
        Profiles = [.. file.Profiles.Select(profile => new BaselineProfile(profile, this, Settings))];
    }

    /// <summary>What the rows of a given organization name; it may be of several benchmarks.</summary>
    internal Benchmark(IReadOnlyList<BaselineSetting> settings, IReadOnlyList<BaselineProfile> profiles)
    {
        Name = Version = "";
        Settings = settings;
        Profiles = profiles;
    }

    /// <summary>The one of the catalog.</summary>
    public static Benchmark Current { get; } = new(CatalogFiles.File("baselines.json", CatalogJson.Default.BenchmarkFile));

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>All settings, in the order of the benchmark.</summary>
    public IReadOnlyList<BaselineSetting> Settings { get; }

    /// <summary>The organization's profiles.</summary>
    public IReadOnlyList<BaselineProfile> Profiles { get; }
}
