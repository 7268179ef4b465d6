using System.Linq.Expressions;
using System.Text.Json;

namespace TvmEmulator.OData.Queries;

/// <summary>A column of an <see cref="EntityShape{TRow}"/>: queries read it, answers write it.</summary>
internal abstract class RowColumn<TRow>(string name, string property, IRowShape? inner) : IRowColumn
{
    public string Name => name;

    public string Property => property;

    public IRowShape? Inner => inner;

    public abstract Type ValueType { get; }

    public abstract Expression Of(Expression row);

    /// <summary>Writes name and value of a row.</summary>
    public abstract void Write(Utf8JsonWriter json, TRow row);
}

/// <summary>A column with values of one type.</summary>
/// <param name="name">Its name in answers.</param>
/// <param name="property">Name of the EDM property.</param>
/// <param name="value">The value of a row.</param>
/// <param name="write">Writes a value that is not null.</param>
/// <param name="inner">Shape of the rows inside.</param>
internal sealed class RowColumn<TRow, TValue>(
    string name, string property, Func<TRow, TValue?> value, Action<Utf8JsonWriter, TValue> write, IRowShape? inner = null)
    : RowColumn<TRow>(name, property, inner)
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(name, RowJson.Options.Encoder);

    public override Type ValueType => typeof(TValue);

    public override Expression Of(Expression row) => Expression.Invoke(Expression.Constant(value), row);

    public override void Write(Utf8JsonWriter json, TRow row)
    {
        json.WritePropertyName(_name);
        if (value(row) is { } present)
            write(json, present);
        else
            json.WriteNullValue();
    }
}
