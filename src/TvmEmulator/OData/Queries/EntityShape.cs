using System.Text.Json;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// What the rows of an entity set (or of a complex type) look like: their columns, in the order in which they are written. Queries and answers both
/// come from it. A shape never changes; each call below gives a new one with one more column. A column whose EDM property is an enumeration is a text
/// column of member names: the model says what it is. A column that the model does not know is written, but cannot be queried.
/// </summary>
/// <example><code>
/// private static readonly EntityShape&lt;Product&gt; Shape = new EntityShape&lt;Product&gt;("Software")
///     .Text("id", product => product.Id)
///     .Integer("weaknesses", product => product.Weaknesses)
///     .Single("impactScore", product => product.ImpactScore)
///     .DocumentsFiltersOn("id");
/// </code></example>
internal sealed class EntityShape<TRow> : IRowShape
{
    private readonly HashSet<string> _documented;

    /// <summary>A shape without columns.</summary>
    /// <param name="typeName">Name of the EDM type, without its namespace.</param>
    public EntityShape(string typeName)
        : this(typeName, [], [])
    {
    }

    private EntityShape(string typeName, IReadOnlyList<RowColumn<TRow>> columns, IEnumerable<string> documented)
    {
        TypeName = typeName;
        Columns = columns;
        _documented = documented.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public string TypeName { get; }

    /// <summary>The columns in the order in which they are written.</summary>
    public IReadOnlyList<RowColumn<TRow>> Columns { get; }

    IReadOnlyList<IRowColumn> IRowShape.Columns => Columns;

    /// <summary>Text, or a member name of an enumeration.</summary>
    public EntityShape<TRow> Text(string name, Func<TRow, string?> value) => With<string>(name, value, static (json, text) => json.WriteStringValue(text));

    /// <summary>A whole number of any size.</summary>
    public EntityShape<TRow> Integer(string name, Func<TRow, long?> value) =>
        With<long?>(name, value, static (json, number) => json.WriteNumberValue(number!.Value));

    /// <summary>A number of type Edm.Double.</summary>
    public EntityShape<TRow> Double(string name, Func<TRow, double?> value) => With<double?>(name, value, RowJson.Double);

    /// <summary>A number of type Edm.Single, which is written with fewer digits.</summary>
    public EntityShape<TRow> Single(string name, Func<TRow, float?> value) =>
        With<double?>(name, row => value(row), static (json, number) => RowJson.Single(json, (float)number!.Value));

    /// <summary>True or false.</summary>
    public EntityShape<TRow> Boolean(string name, Func<TRow, bool?> value) =>
        With<bool?>(name, value, static (json, flag) => json.WriteBooleanValue(flag!.Value));

    /// <summary>A point in time.</summary>
    public EntityShape<TRow> Time(string name, Func<TRow, DateTimeOffset?> value) => With<DateTimeOffset?>(name, value, RowJson.Time);

    /// <summary>A GUID.</summary>
    public EntityShape<TRow> Guid(string name, Func<TRow, Guid?> value) => With<Guid?>(name, value, static (json, guid) => json.WriteStringValue(guid!.Value));

    /// <summary>A list of texts. No list is written as an empty one: OData knows no list that is null.</summary>
    public EntityShape<TRow> Texts(string name, Func<TRow, IReadOnlyList<string>?> value) =>
        With<IReadOnlyList<string>>(name, row => value(row) ?? [], RowJson.Texts);

    /// <summary>An object inside.</summary>
    public EntityShape<TRow> Complex<TInner>(string name, EntityShape<TInner> shape, Func<TRow, TInner?> value)
        where TInner : class =>
        With<TInner>(name, value, (json, inner) => RowJson.Row(json, shape.Columns, inner), shape);

    /// <summary>A list of objects inside; no list is written as an empty one.</summary>
    public EntityShape<TRow> Complexes<TInner>(string name, EntityShape<TInner> shape, Func<TRow, IReadOnlyList<TInner>?> value)
        where TInner : class =>
        With<IReadOnlyList<TInner>>(name, row => value(row) ?? [], (json, rows) => WriteArray(json, shape.Columns, rows), shape);

    /// <summary>Names the properties that the set's page lists for <c>$filter</c>. All others can be filtered as well, but the answer hints at it.</summary>
    public EntityShape<TRow> DocumentsFiltersOn(params string[] names) => new(TypeName, Columns, names);

    /// <summary>Whether the set's page lists a property for <c>$filter</c>; true of all when it lists none.</summary>
    public bool DocumentsFilterOn(string name) => _documented.Count == 0 || _documented.Contains(name);

    private EntityShape<TRow> With<TValue>(string name, Func<TRow, TValue?> value, Action<Utf8JsonWriter, TValue> write, IRowShape? inner = null) =>
        new(TypeName, [.. Columns, new RowColumn<TRow, TValue>(name, value, write, inner)], _documented);

    private static void WriteArray<TInner>(Utf8JsonWriter json, IReadOnlyList<RowColumn<TInner>> columns, IReadOnlyList<TInner> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
            RowJson.Row(json, columns, row);
        json.WriteEndArray();
    }
}
