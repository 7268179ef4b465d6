using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TvmEmulator.Assessments.Rows;
using TvmEmulator.Tenants.Given;

namespace TvmEmulator.TenantData;

/// <summary>Takes in rows that are kept as they are: the JSON of each column, without blanks, and with the names in it in camelCase.</summary>
#pragma warning disable CA1001 // A JSON writer over memory that the garbage collector owns has nothing to release.
internal sealed class RowKeeper
#pragma warning restore CA1001
{
    private readonly GivenOrganizationBuilder _builder;
    private readonly TenantDataProblems _problems;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public RowKeeper(GivenOrganizationBuilder builder, TenantDataProblems problems)
    {
        _builder = builder;
        _problems = problems;
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Takes in a row of a device that is known, or notes what is wrong with it.</summary>
    /// <param name="columns">The columns that are kept.</param>
    /// <param name="device">The device's id.</param>
    /// <param name="row">Stands at the beginning of an object that is good JSON.</param>
    /// <param name="place">Where the row is.</param>
    public void Add(KeptColumns columns, string device, Utf8JsonReader row, DataPlace place)
    {
        var table = columns.TableIn(_builder);
        var length = 0;
        table.Begin();
        while (row.Read() && row.TokenType == JsonTokenType.PropertyName)
        {
            var column = columns.PlaceOf(NameOf(row));
            row.Read();
            if (column < 0)
            {
                row.Skip();
                continue;
            }

            if (!TryCopy(ref row, out var json))
            {
                _problems.Add(place with { Column = columns.Names[column] }, "is not valid text");
                return;
            }

            length += json.Length;
            table.Set(column, json);
        }

        if (length > TextPool.MostPathBytes)
            _problems.Add(place, $"has {length} bytes; at most {TextPool.MostPathBytes} are allowed");
        else
            table.End(device);
    }

    /// <summary>A name that holds half of a character is none that is kept.</summary>
    private static string NameOf(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private bool TryCopy(ref Utf8JsonReader row, out ReadOnlySpan<byte> json)
    {
        _bytes.ResetWrittenCount();
        json = default;
        if (row.TokenType == JsonTokenType.String && !row.ValueIsEscaped)
        {
            // Most values are plain text.
            _bytes.Write("\""u8);
            _bytes.Write(row.ValueSpan);
            _bytes.Write("\""u8);
            json = _bytes.WrittenSpan;
            return Utf8.IsValid(json);
        }

        try
        {
            _json.Reset();
            JsonCopy.Copy(ref row, _json, isPascal: false);
            _json.Flush();
            json = _bytes.WrittenSpan;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
