namespace TvmEmulator.OData.Queries;

/// <summary>Where a page of a filter begins.</summary>
/// <param name="Row">Number of the first row of the stream that may be on it.</param>
/// <param name="Count">How many rows of the stream match, if that is known.</param>
internal readonly record struct PageCursor(int Row, long? Count);
