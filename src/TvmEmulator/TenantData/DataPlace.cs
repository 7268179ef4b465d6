using System.Globalization;

namespace TvmEmulator.TenantData;

/// <summary>A place in a file.</summary>
/// <param name="File">The file, as it is below the folder.</param>
/// <param name="Line">The line, from 1 on; null for the whole file.</param>
/// <param name="Column">The column of the row; null for the whole line.</param>
internal readonly record struct DataPlace(string File, int? Line = null, string? Column = null)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var line = Line is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "";
        return File + line + (Column is null ? "" : $", column {Column}");
    }
}
