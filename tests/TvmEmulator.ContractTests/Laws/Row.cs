using System.Text.Json;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>A row in a form that pages and files have in common: names in lower case and sorted, no nulls, no columns that only files have.</summary>
internal static class Row
{
    /// <summary>A row of a page.</summary>
    public static string OfPage(JsonElement row) => Text(row, without: []);

    /// <summary>A line of a file.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hasGroupId">Whether pages have the group's number too.</param>
    public static string OfFile(string line, bool hasGroupId) =>
        Text(JsonElement.Parse(line), hasGroupId ? ["softwarelastseentimestamp"] : ["softwarelastseentimestamp", "rbacgroupid"]);

    private static string Text(JsonElement row, string[] without) => string.Join('\n', row.EnumerateObject()
        .Where(column => column.Value.ValueKind != JsonValueKind.Null)
        .Select(column => (Name: column.Name.ToLowerInvariant(), column.Value))
        .Where(column => !without.Contains(column.Name, StringComparer.Ordinal))
        .OrderBy(column => column.Name, StringComparer.Ordinal)
        .Select(column => $"{column.Name}={column.Value.GetRawText()}"));
}
