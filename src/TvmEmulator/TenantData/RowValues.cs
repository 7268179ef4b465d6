using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.TenantData;

/// <summary>The values of one row, column by column; it is filled again for each row.</summary>
internal sealed class RowValues
{
    private static readonly RowColumn[] SeenColumns =
        [RowColumn.SoftwareFirstSeenTimestamp, RowColumn.SoftwareLastSeenTimestamp, RowColumn.FirstSeenTimestamp, RowColumn.LastSeenTimestamp];

    private readonly string?[] _texts = new string?[RowColumns.Count];
    private readonly long?[] _numbers = new long?[RowColumns.Count];

    /// <summary>What the two columns of paths hold together; null when no path stands in either.</summary>
    public EvidenceVariant? Paths { get; set; }

    /// <summary>The newest time at which something was seen; null when the row says of nothing when.</summary>
    public Moment? Seen => SeenColumns.Max(Time);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_texts);
        Array.Clear(_numbers);
        Paths = null;
    }

    /// <summary>Sets a text.</summary>
    public void Set(RowColumn column, string? text) => _texts[(int)column] = text;

    /// <summary>Sets a number, a truth value or a time.</summary>
    public void Set(RowColumn column, long? number) => _numbers[(int)column] = number;

    /// <summary>A text; null when the row does not have it.</summary>
    public string? Text(RowColumn column) => _texts[(int)column];

    /// <summary>A number; null when the row does not have it.</summary>
    public int? Number(RowColumn column) => (int?)_numbers[(int)column];

    /// <summary>A truth value; null when the row does not have it.</summary>
    public bool? Truth(RowColumn column) => _numbers[(int)column] is { } number ? number != 0 : null;

    /// <summary>A time; null when the row does not have it.</summary>
    public Moment? Time(RowColumn column) => _numbers[(int)column] is { } seconds ? new Moment((int)seconds) : null;
}
