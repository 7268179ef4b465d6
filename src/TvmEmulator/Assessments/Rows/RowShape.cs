using TvmEmulator.Configuration;

namespace TvmEmulator.Assessments.Rows;

/// <summary>The columns of a dress, in their order.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="IsPascal">Whether names begin with a capital.</param>
/// <param name="WritesNulls">Whether a column without a value is written as null, rather than left out.</param>
internal sealed record RowShape<TRow>(IReadOnlyList<Column<TRow>> Columns, bool IsPascal, bool WritesNulls)
{
    /// <summary>Rows of a page.</summary>
    public static RowShape<TRow> Page(IReadOnlyList<Column<TRow>> columns) => new(columns, IsPascal: false, WritesNulls: true);

    /// <summary>Lines of a file.</summary>
    public static RowShape<TRow> Line(FileCasing casing, IReadOnlyList<Column<TRow>> columns) => new(columns, casing == FileCasing.Pascal, WritesNulls: false);
}
