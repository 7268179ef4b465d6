using System.Text.Json;

namespace TvmEmulator.Faults.Actions;

/// <summary>Every row has a column more; if it has it already, another value.</summary>
/// <param name="Name">The column, written as it is given.</param>
/// <param name="Value">Its value as JSON: a string, a number, true, false or null.</param>
internal sealed record ExtraColumnFault(string Name, string Value) : ColumnFault(Name)
{
    public override string Kind => "extra-column";

    public override string Done => $"added the column {Name}";

    public override string Json => Value;

    public override bool Adds => true;

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WritePropertyName("value");
        json.WriteRawValue(Value);
    }
}
