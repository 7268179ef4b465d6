namespace TvmEmulator.OData.Queries;

/// <summary>What a query has found.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Count">Number of all rows that match, if it was asked for.</param>
/// <param name="NextSkip">Where the next page begins; null when there is none.</param>
/// <param name="Hint">Why there is none though rows are left; null when none are.</param>
internal sealed record EntityPage<TRow>(IReadOnlyList<TRow> Rows, long? Count, int? NextSkip, string? Hint = null);
