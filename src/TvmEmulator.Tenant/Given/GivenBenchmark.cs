using TvmEmulator.Tenants.Baselines;

namespace TvmEmulator.Tenants.Given;

/// <summary>The baseline profiles and settings that given rows name, and what the rows say about devices.</summary>
internal sealed class GivenBenchmark
{
    private readonly GivenTable? _table;
    private readonly OrderedDictionary<(int Profile, int Setting), (BaselineProfile Profile, BaselineSetting Setting)> _byNumbers = [];

    /// <param name="table">The rows; null when there are none.</param>
    /// <param name="devices">The ids of all devices.</param>
    public GivenBenchmark(GivenTable? table, IEnumerable<string> devices)
    {
        _table = table;
        var firstRows = new OrderedDictionary<(int Profile, int Setting), GivenRow>();
        foreach (var row in devices.SelectMany(device => table?.RowsOf(device) ?? []))
            firstRows.TryAdd(NumbersOf(row), row);

        var settings = new Dictionary<string, BaselineSetting>(StringComparer.Ordinal);
        foreach (var rows in firstRows.Values.GroupBy(row => row.Text("profileId"), StringComparer.Ordinal).Where(rows => rows.Key is not null))
        {
            var known = Benchmark.Current.Profiles.FirstOrDefault(profile => profile.Id == rows.Key);
            var named = rows.Select(row => (Row: row, Setting: SettingOf(row, known, settings))).Where(named => named.Setting is not null).ToList();
            BaselineSetting[] asked = [.. named.Select(setting => setting.Setting!).Distinct()];
            var profile = known?.AskingFor(asked) ?? new BaselineProfile(rows.Key!, asked);
            foreach (var (row, setting) in named)
                _byNumbers.Add(NumbersOf(row), (profile, setting!));
        }

        Benchmark = new Benchmark(
            InOrder(_byNumbers.Values.Select(asked => asked.Setting), Benchmark.Current.Settings, setting => setting.UniqueId),
            InOrder(_byNumbers.Values.Select(asked => asked.Profile), Benchmark.Current.Profiles, profile => profile.Id));
    }

    /// <summary>All that some row names: those of the catalog first, in its order, then the others in the order of rows.</summary>
    public Benchmark Benchmark { get; }

    /// <summary>Adds what the rows of a device say, in their order.</summary>
    public void Find(string device, ICollection<BaselineRow> rows)
    {
        foreach (var row in _table?.RowsOf(device) ?? [])
        {
            if (_byNumbers.TryGetValue(NumbersOf(row), out var asked))
                rows.Add(new BaselineRow(asked.Profile, asked.Setting, row.Is("isApplicable") ? row.Is("isCompliant") : null, row.Texts("currentValue")));
        }
    }

    private static (int Profile, int Setting) NumbersOf(in GivenRow row) => (row.NumberOf("profileId"), row.NumberOf("configurationId"));

    /// <summary>Numbers of settings mean nothing without the benchmark, which rows do not name: only those of a profile of the catalog are the catalog's.</summary>
    private static BaselineSetting? SettingOf(in GivenRow row, BaselineProfile? profile, Dictionary<string, BaselineSetting> others)
    {
        if (row.Text("configurationId") is not { } id)
            return null;
        if (profile?.Settings.FirstOrDefault(setting => setting.Id == id) is { } known)
            return known;
        if (!others.TryGetValue(id, out var other))
            others.Add(id, other = new BaselineSetting(id, row.Texts("recommendedValue"), row.Texts("source")));
        return other;
    }

    private static IReadOnlyList<T> InOrder<T>(IEnumerable<T> found, IEnumerable<T> catalog, Func<T, string> id)
    {
        var places = catalog.Select((known, place) => (Id: id(known), place)).ToDictionary(StringComparer.Ordinal);
        return [.. found.Distinct().OrderBy(named => places.GetValueOrDefault(id(named), int.MaxValue))];
    }
}
