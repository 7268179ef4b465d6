namespace TvmEmulator.Assessments;

/// <summary>
/// Blocks of the row stream that were read lately, whatever the size of the tenant. Many threads use it at once: racing ones make equal blocks, and the last one stays.
/// </summary>
/// <param name="places">Devices of a block.</param>
/// <param name="slots">How many blocks are kept at most.</param>
/// <param name="evaluate">Makes the block that begins at a place.</param>
/// <param name="isKept">Whether a block is kept: the devices of a given organization can have any number of rows.</param>
internal sealed class BlockCache<T>(int places, int slots, Func<int, T> evaluate, Predicate<T> isKept)
    where T : class
{
    private readonly Block?[] _slots = new Block?[slots];

    /// <summary>The block that holds a place, for a reader that goes from place to place.</summary>
    /// <param name="current">The block of the place before, which is as good wherever it holds the place as well: the cache may have another one by now.</param>
    /// <param name="place">The place.</param>
    public T Holding(T? current, int place)
    {
        if (current is not null && place % places != 0)
            return current;

        // Each block has one slot that it can be in.
        var first = place - place % places;
        ref var slot = ref _slots[place / places % slots];
        if (Volatile.Read(ref slot) is { } kept && kept.First == first)
            return kept.Value;

        var block = evaluate(first);
        if (isKept(block))
            Volatile.Write(ref slot, new Block(first, block));
        return block;
    }

    private sealed record Block(int First, T Value);
}
