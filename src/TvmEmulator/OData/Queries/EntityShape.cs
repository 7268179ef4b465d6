using System.Text.Json;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// What the rows of an entity set (or of a complex type) look like: their columns, in the order in which they are written. Queries and answers both
/// come from it. A shape never changes; each call below gives a new one with one more column. A column whose EDM property is an enumeration is a text
/// column of member names: the model says what it is. A column that the model does not know is written, but cannot be queried; one that stands for a
/// property of another name can be queried by both.
/// </summary>
/// <example><code>
/// private static readonly EntityShape&lt;Product&gt; Shape = new EntityShape&lt;Product&gt;("Software")
///     .Text("id", product => product.Id)
///     .Integer("weaknesses", product => product.Weaknesses)
///     .Single("impactScore", product => product.ImpactScore)
///     .DocumentsFiltersOn("id");
/// </code></example>
/// <param name="TypeName">Name of the EDM type, without its namespace.</param>
internal sealed record EntityShape<TRow>(string TypeName) : IRowShape
{
    /// <summary>The columns in the order in which they are written.</summary>
    public IReadOnlyList<RowColumn<TRow>> Columns { get; private init; } = [];

    /// <summary>The columns of an answer when none are selected: all, unless <see cref="Showing"/> has named some.</summary>
    public IReadOnlyList<RowColumn<TRow>> Shown { get; private init; } = [];

    /// <summary>What <c>$expand</c> can ask for.</summary>
    public IReadOnlyList<RowNavigation<TRow>> Navigations { get; private init; } = [];

    private HashSet<string> Documented { get; init; } = [];

    IReadOnlyList<IRowColumn> IRowShape.Columns => Columns;

    IReadOnlyList<IRowNavigation> IRowShape.Navigations => Navigations;

    /// <summary>Text, or a member name of an enumeration.</summary>
    /// <param name="name">Its name in answers.</param>
    /// <param name="value">The value of a row.</param>
    /// <param name="property">The EDM property, if it has another name; the column that has it so far goes.</param>
    public EntityShape<TRow> Text(string name, Func<TRow, string?> value, string? property = null) =>
        With<string>(name, value, static (json, text) => json.WriteStringValue(text), property: property);

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
    /// <param name="name">Its name in answers.</param>
    /// <param name="value">The value of a row.</param>
    /// <param name="property">The EDM property, if it has another name; the column that has it so far goes.</param>
    public EntityShape<TRow> Time(string name, Func<TRow, DateTimeOffset?> value, string? property = null) =>
        With<DateTimeOffset?>(name, value, RowJson.Time, property: property);

    /// <summary>A GUID.</summary>
    public EntityShape<TRow> Guid(string name, Func<TRow, Guid?> value) => With<Guid?>(name, value, static (json, guid) => json.WriteStringValue(guid!.Value));

    /// <summary>A list of texts. No list is written as an empty one: OData knows no list that is null.</summary>
    public EntityShape<TRow> Texts(string name, Func<TRow, IReadOnlyList<string>?> value) =>
        With<IReadOnlyList<string>>(name, row => value(row) ?? [], RowJson.Texts);

    /// <summary>A list of whole numbers.</summary>
    public EntityShape<TRow> Integers(string name, Func<TRow, IReadOnlyList<long?>> value) => With<IReadOnlyList<long?>>(name, value, RowJson.Integers);

    /// <summary>An object inside.</summary>
    public EntityShape<TRow> Complex<TInner>(string name, EntityShape<TInner> shape, Func<TRow, TInner?> value)
        where TInner : class =>
        With<TInner>(name, value, (json, inner) => RowJson.Row(json, shape.Columns, inner), shape);

    /// <summary>A list of objects inside; no list is written as an empty one.</summary>
    public EntityShape<TRow> Complexes<TInner>(string name, EntityShape<TInner> shape, Func<TRow, IReadOnlyList<TInner>?> value)
        where TInner : class =>
        With<IReadOnlyList<TInner>>(name, row => value(row) ?? [], (json, rows) => WriteArray(json, shape.Columns, rows), shape);

    /// <summary>A navigation to any number of rows; they are all there when somebody asks for them, so there should not be millions.</summary>
    public EntityShape<TRow> NavigationToMany<TInner>(string name, EntityShape<TInner> shape, Func<TRow, IReadOnlyList<TInner>> rows) =>
        this with { Navigations = [.. Navigations, new RowNavigation<TRow, TInner>(name, shape, rows, isCollection: true)] };

    /// <summary>A navigation to one row or none.</summary>
    public EntityShape<TRow> NavigationToOne<TInner>(string name, EntityShape<TInner> shape, Func<TRow, TInner?> row)
        where TInner : class
    {
        IReadOnlyList<TInner> Rows(TRow outer) => row(outer) is { } one ? [one] : [];
        return this with { Navigations = [.. Navigations, new RowNavigation<TRow, TInner>(name, shape, Rows, isCollection: false)] };
    }

    /// <summary>Names the properties that the set's page lists for <c>$filter</c>. All others can be filtered as well, but the answer hints at it.</summary>
    public EntityShape<TRow> DocumentsFiltersOn(params string[] names) => this with { Documented = names.ToHashSet(StringComparer.OrdinalIgnoreCase) };

    /// <summary>Names the columns of an answer when none are selected, in their order. The others can be queried, and selected, all the same.</summary>
    public EntityShape<TRow> Showing(params string[] names) =>
        this with { Shown = [.. names.Select(name => Columns.Single(column => column.Name == name))] };

    /// <summary>Whether the set's page lists a property for <c>$filter</c>; true of all when it lists none.</summary>
    public bool DocumentsFilterOn(string name) => Documented.Count == 0 || Documented.Contains(name);

    private EntityShape<TRow> With<TValue>(
        string name, Func<TRow, TValue?> value, Action<Utf8JsonWriter, TValue> write, IRowShape? inner = null, string? property = null)
    {
        var column = new RowColumn<TRow, TValue>(name, property ?? name, value, write, inner);
        return this with { Columns = [.. Columns.Where(other => other.Property != property), column], Shown = [.. Shown.Where(other => other.Property != property), column] };
    }

    private static void WriteArray<TInner>(Utf8JsonWriter json, IReadOnlyList<RowColumn<TInner>> columns, IReadOnlyList<TInner> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
            RowJson.Row(json, columns, row);
        json.WriteEndArray();
    }
}
