namespace TvmEmulator.OData.Queries;

/// <summary>What queries ask of a list inside a row. A list that is null is empty.</summary>
internal static class QueryLists
{
    public static bool IsNotEmpty<T>(IReadOnlyList<T>? list) => list is { Count: > 0 };

    public static bool Any<T>(IReadOnlyList<T>? list, Func<T, bool> holds) => list is not null && list.Any(holds);

    public static bool All<T>(IReadOnlyList<T>? list, Func<T, bool> holds) => list is null || list.All(holds);

    public static long? Count<T>(IReadOnlyList<T>? list) => list?.Count ?? 0;
}
