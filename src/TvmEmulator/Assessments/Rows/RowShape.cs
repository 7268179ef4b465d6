using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Given;

namespace TvmEmulator.Assessments.Rows;

/// <summary>The columns of a dress, in their order.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="IsPascal">Whether names begin with a capital.</param>
/// <param name="WritesNulls">Whether a column without a value is written as null, rather than left out.</param>
internal sealed record RowShape<TRow>(IReadOnlyList<Column<TRow>> Columns, bool IsPascal, bool WritesNulls)
{
    /// <summary>The same columns for rows that were given.</summary>
    public RowShape<GivenRow> OfGiven => field ??= new([.. Columns.Select(GivenColumns.Of)], IsPascal, WritesNulls);

    /// <summary>Rows of a page.</summary>
    public static RowShape<TRow> Page(IReadOnlyList<Column<TRow>> columns) => new(columns, IsPascal: false, WritesNulls: true);

    /// <summary>Lines of a file.</summary>
    public static RowShape<TRow> Line(FileCasing casing, IReadOnlyList<Column<TRow>> columns) => new(columns, casing == FileCasing.Pascal, WritesNulls: false);
}
