using System.Text.Json;

namespace TvmEmulator.Faults.Actions;

/// <summary>A column has no value: null in a page, left out in a file, as the service writes nulls there.</summary>
/// <param name="Name">The column, in any letter case.</param>
internal sealed record NullColumnFault(string Name) : ColumnFault(Name)
{
    public override string Kind => "null-column";

    public override string Done => $"took the values of the column {Name}";

    public override string Json => "null";

    public override bool Adds => false;

    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteString("name", Name);
}
