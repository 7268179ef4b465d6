using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.Tenants.Given;

/// <summary>The secure configurations that given rows name, and what the rows say about devices.</summary>
internal sealed class GivenSecureConfigurations
{
    private const string Id = "configurationId";
    private const int MostImpact = 10;

    private readonly GivenTable? _table;
    private readonly Dictionary<int, SecureConfiguration> _byNumber;

    /// <param name="table">The rows; null when there are none.</param>
    /// <param name="devices">The ids of all devices.</param>
    public GivenSecureConfigurations(GivenTable? table, IEnumerable<string> devices)
    {
        _table = table;
        var firstRows = new OrderedDictionary<int, GivenRow>();
        foreach (var row in devices.SelectMany(device => table?.RowsOf(device) ?? []))
            firstRows.TryAdd(row.NumberOf(Id), row);

        // Recommendations are found by the id in any letter case: one that cannot be told from an earlier one is not counted.
        var named = new Dictionary<string, GivenRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in firstRows.Values)
        {
            if (row.Text(Id) is { } id)
                named.TryAdd(id, row);
        }

        All = [.. named.OrderBy(row => row.Key.Length).ThenBy(row => row.Key, StringComparer.Ordinal).Select((row, index) => Read(row.Key, index, row.Value))];
        _byNumber = All.ToDictionary(configuration => named[configuration.Id].NumberOf(Id));
    }

    /// <summary>All that some row names, ordered by id, those with shorter ids first.</summary>
    public IReadOnlyList<SecureConfiguration> All { get; }

    /// <summary>Adds what the rows of a device say, in their order.</summary>
    public void Find(string device, ICollection<SecureConfigurationRow> rows)
    {
        foreach (var row in _table?.RowsOf(device) ?? [])
        {
            if (!_byNumber.TryGetValue(row.NumberOf(Id), out var configuration))
                continue;
            var isApplicable = row.Is("isApplicable");
            rows.Add(new SecureConfigurationRow(configuration, isApplicable, isApplicable && row.Is("isCompliant")));
        }
    }

    /// <summary>What the first row says about it. What rows never say is that of the catalog's configuration with this id.</summary>
    private static SecureConfiguration Read(string id, int index, GivenRow row)
    {
        var known = SecureConfiguration.All.FirstOrDefault(configuration => configuration.Id == id);
        var name = row.Text("configurationName") ?? known?.Name ?? id;
        var category = row.Text("configurationCategory") ?? known?.Category ?? "";
        var subcategory = row.Text("configurationSubcategory") ?? known?.Subcategory ?? "";
        return new SecureConfiguration(id, index)
        {
            Name = name,
            Category = category,
            Subcategory = subcategory,
            Impact = row.Number("configurationImpact") is { } impact ? (int)decimal.Round(Math.Clamp(impact, 0, MostImpact)) : known?.Impact ?? 0,
            HasUserImpact = row.Is("isExpectedUserImpact"),
            Component = known?.Component ?? (subcategory.Length > 0 ? subcategory : category),
            Description = known?.Description ?? name,
            Remediation = known?.Remediation ?? name,
        };
    }
}
