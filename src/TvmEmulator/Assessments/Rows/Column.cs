using System.Text.Json;

namespace TvmEmulator.Assessments.Rows;

/// <summary>A column of a kind of rows: its name in both casings, and how its value is written.</summary>
internal sealed class Column<TRow>
{
    private readonly JsonEncodedText _camel;
    private readonly JsonEncodedText _pascal;

    /// <param name="name">The name in camelCase.</param>
    /// <param name="write">Writes the value of a row.</param>
    /// <param name="pascal">The name in PascalCase, where it is not just a capital at the front.</param>
    public Column(string name, Action<ColumnWriter, DeviceFacts, TRow> write, string? pascal = null)
    {
        _camel = JsonEncodedText.Encode(name);
        _pascal = JsonEncodedText.Encode(pascal ?? char.ToUpperInvariant(name[0]) + name[1..]);
        Write = write;
    }

    private Column(JsonEncodedText camel, JsonEncodedText pascal, Action<ColumnWriter, DeviceFacts, TRow> write)
    {
        _camel = camel;
        _pascal = pascal;
        Write = write;
    }

    /// <summary>The name in camelCase.</summary>
    public string CamelName => _camel.ToString();

    /// <summary>Writes the value of a row.</summary>
    public Action<ColumnWriter, DeviceFacts, TRow> Write { get; }

    /// <summary>A column of other rows with the same name.</summary>
    public Column<TOther> With<TOther>(Action<ColumnWriter, DeviceFacts, TOther> write) => new(_camel, _pascal, write);

    /// <summary>The name.</summary>
    public JsonEncodedText Name(bool isPascal) => isPascal ? _pascal : _camel;
}
