using TvmEmulator.Configuration;

namespace TvmEmulator.Assessments;

/// <summary>What the rows of a dress have in common, whatever their columns are.</summary>
/// <param name="Before">Stands before every row but a reader's first.</param>
/// <param name="After">Stands behind every row.</param>
/// <param name="Pascal">Whether names begin with a capital.</param>
/// <param name="WritesNulls">Whether a column without a value is written as null, rather than left out.</param>
internal sealed record RowStyle(string Before, string After, bool Pascal, bool WritesNulls)
{
    public static RowStyle PageRow { get; } = new(",", "", Pascal: false, WritesNulls: true);

    public static RowStyle FileLine(FileCasing casing) => new("", "\n", Pascal: casing == FileCasing.Pascal, WritesNulls: false);

    /// <summary>The key of a column, with quotes and colon.</summary>
    public string Key(string camelCase)
    {
        if (!Pascal)
            return $"\"{camelCase}\":";
        return camelCase.StartsWith("os", StringComparison.Ordinal) ? $"\"OS{camelCase[2..]}\":" : $"\"{char.ToUpperInvariant(camelCase[0])}{camelCase[1..]}\":";
    }
}
