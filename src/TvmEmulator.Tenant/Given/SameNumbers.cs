namespace TvmEmulator.Tenants.Given;

/// <summary>Compares lists of numbers by what they hold.</summary>
internal sealed class SameNumbers : IEqualityComparer<int[]>
{
    /// <summary>The only one.</summary>
    public static SameNumbers Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(int[] obj)
    {
        var hash = default(HashCode);
        foreach (var number in obj)
            hash.Add(number);
        return hash.ToHashCode();
    }
}
