using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments.Rows;

/// <summary>Writes the columns of one row after the other, escaped as everywhere in the service's answers.</summary>
#pragma warning disable CA1001 // A JSON writer over memory that the garbage collector owns has nothing to release.
internal sealed class ColumnWriter
#pragma warning restore CA1001
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _bytes = new(2048);
    private readonly Utf8JsonWriter _json;
    private readonly bool _isPascal;
    private readonly bool _writesNulls;
    private JsonEncodedText _name;

    public ColumnWriter(bool isPascal, bool writesNulls)
    {
        _json = new Utf8JsonWriter(_bytes, Options);
        _isPascal = isPascal;
        _writesNulls = writesNulls;
    }

    /// <summary>The row that was written last.</summary>
    public ReadOnlySpan<byte> Row => _bytes.WrittenSpan;

    /// <summary>Writes a row in place of the one before.</summary>
    public void Write<TRow>(IReadOnlyList<Column<TRow>> columns, DeviceFacts device, TRow row)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        WriteObject(columns, device, row);
        _json.Flush();
    }

    /// <summary>A text.</summary>
    public void Text(string? value)
    {
        if (value is not null)
            _json.WriteString(_name, value);
        else
            Null();
    }

    /// <summary>A whole number.</summary>
    public void Number(long value) => _json.WriteNumber(_name, value);

    /// <summary>True or false.</summary>
    public void Flag(bool? value)
    {
        if (value is { } flag)
            _json.WriteBoolean(_name, flag);
        else
            Null();
    }

    /// <summary>A date and time as OData writes it: <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public void Time(Moment moment) => Text(moment.Utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    /// <summary>The same with thousandths of a second, which are 0: <c>yyyy-MM-ddTHH:mm:ss.000Z</c>.</summary>
    public void TimeWithThousandths(Moment moment) => Text(moment.Utc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    /// <summary>A timestamp of the family, with a blank: <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public void Timestamp(Moment moment) => Text(moment.Utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>An array of texts.</summary>
    public void Texts(IReadOnlyList<string> values)
    {
        _json.WriteStartArray(_name);
        foreach (var value in values)
            _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    /// <summary>An array of objects.</summary>
    public void Objects<TItem>(IReadOnlyList<TItem> items, IReadOnlyList<Column<TItem>> columns, DeviceFacts device)
    {
        _json.WriteStartArray(_name);
        foreach (var item in items)
            WriteObject(columns, device, item);
        _json.WriteEndArray();
    }

    /// <summary>Any value as JSON, in which names are in camelCase; empty for none.</summary>
    public void Json(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json.SequenceEqual("null"u8))
        {
            Null();
            return;
        }

        _json.WritePropertyName(_name);
        if (!_isPascal || json[0] is not ((byte)'[' or (byte)'{'))
        {
            _json.WriteRawValue(json, skipInputValidation: true);
            return;
        }

        var value = new Utf8JsonReader(json);
        value.Read();
        JsonCopy.Copy(ref value, _json, isPascal: true);
    }

    /// <summary>No value.</summary>
    public void Null()
    {
        if (_writesNulls)
            _json.WriteNull(_name);
    }

    private void WriteObject<TItem>(IReadOnlyList<Column<TItem>> columns, DeviceFacts device, TItem item)
    {
        _json.WriteStartObject();
        foreach (var column in columns)
        {
            _name = column.Name(_isPascal);
            column.Write(this, device, item);
        }

        _json.WriteEndObject();
    }
}
