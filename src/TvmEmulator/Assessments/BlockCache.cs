namespace TvmEmulator.Assessments;

/// <summary>
/// Blocks of the row stream that were read lately, whatever the size of the tenant. Many threads use it at once: racing ones make equal blocks, and the last one stays.
/// </summary>
/// <param name="places">Devices of a block.</param>
/// <param name="slots">How many blocks are kept at most.</param>
/// <param name="evaluate">Makes the block that begins at a place.</param>
internal sealed class BlockCache<T>(int places, int slots, Func<int, T> evaluate)
    where T : class
{
    private readonly Block?[] _slots = new Block?[slots];

    /// <summary>The block that holds a place.</summary>
    public T Holding(int place)
    {
        // Each block has one slot that it can be in.
        var first = place - place % places;
        ref var slot = ref _slots[place / places % slots];
        if (Volatile.Read(ref slot) is { } kept && kept.First == first)
            return kept.Value;

        var block = new Block(first, evaluate(first));
        Volatile.Write(ref slot, block);
        return block.Value;
    }

    private sealed record Block(int First, T Value);
}
