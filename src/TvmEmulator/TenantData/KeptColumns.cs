using TvmEmulator.Assessments.Rows;
using TvmEmulator.Tenants.Given;

namespace TvmEmulator.TenantData;

/// <summary>The columns of an assessment whose rows are kept as they are.</summary>
/// <param name="kind">The assessment.</param>
/// <param name="names">The names of its columns, but those that speak of the device.</param>
/// <param name="keys">Those that tell a device's rows apart.</param>
internal sealed class KeptColumns(GivenKind kind, IReadOnlyList<string> names, IReadOnlyList<string> keys)
{
    private readonly Dictionary<string, int> _places = names.Select((name, place) => (name, place)).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names by place.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Place of a column, by its name in any letter case; -1 when it is not kept.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(GivenColumns.KeptName(name), -1);

    /// <summary>What collects the rows.</summary>
    public GivenTableBuilder TableIn(GivenOrganizationBuilder builder) => builder.TableOf(kind, names, keys);
}
