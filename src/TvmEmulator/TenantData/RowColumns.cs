namespace TvmEmulator.TenantData;

/// <summary>What is known about columns.</summary>
internal static class RowColumns
{
    /// <summary>How many there are.</summary>
    public static int Count { get; } = Enum.GetValues<RowColumn>().Length;

    private static readonly Dictionary<string, RowColumn> ByName =
        Enum.GetValues<RowColumn>().ToDictionary(column => column.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The column with a name in any letter case; null when it is not read.</summary>
    public static RowColumn? Find(string name) => ByName.TryGetValue(name, out var column) ? column : null;

    /// <summary>The name as pages write it.</summary>
    public static string NameOf(RowColumn column) => char.ToLowerInvariant(column.ToString()[0]) + column.ToString()[1..];

    /// <summary>What a column holds.</summary>
    public static ColumnShape ShapeOf(RowColumn column) => column switch
    {
        RowColumn.RbacGroupId or RowColumn.NumberOfWeaknesses => ColumnShape.WholeNumber,
        RowColumn.CvssScore => ColumnShape.Tenths,
        RowColumn.SecurityUpdateAvailable or RowColumn.IsOnboarded => ColumnShape.Truth,
        RowColumn.DiskPaths or RowColumn.RegistryPaths => ColumnShape.Paths,
        RowColumn.SoftwareFirstSeenTimestamp or RowColumn.SoftwareLastSeenTimestamp or RowColumn.FirstSeenTimestamp or RowColumn.LastSeenTimestamp
            or RowColumn.EndOfSupportDate => ColumnShape.Time,
        _ => ColumnShape.Text,
    };
}
