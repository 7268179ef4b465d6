namespace TvmEmulator.OData.Queries;

/// <summary>A row of a stream.</summary>
/// <param name="Number">Its number among all rows of the stream, from 0 on.</param>
/// <param name="Row">The row.</param>
internal readonly record struct NumberedRow<TRow>(int Number, TRow Row);
