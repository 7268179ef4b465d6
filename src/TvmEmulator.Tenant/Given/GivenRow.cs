namespace TvmEmulator.Tenants.Given;

/// <summary>A row that is kept as it was given.</summary>
/// <param name="Table">The rows that it is one of.</param>
/// <param name="Values">Numbers of the values of the rows of its device.</param>
/// <param name="First">Place of its own first value among them.</param>
public readonly record struct GivenRow(GivenTable Table, int[] Values, int First)
{
    /// <summary>The JSON of a column; empty when the row does not have it.</summary>
    public ReadOnlySpan<byte> Json(string column) => Table.PlaceOf(column) is >= 0 and var place ? Table.ValueOf(Values[First + place]) : [];
}
