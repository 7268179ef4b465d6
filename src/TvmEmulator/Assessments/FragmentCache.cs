namespace TvmEmulator.Assessments;

/// <summary>
/// Fragments that were rendered, by a dense number. Many threads use it at once: racing ones render equal fragments, and the last one stays.
/// </summary>
/// <param name="numbers">How many numbers there are.</param>
/// <param name="most">How many fragments are kept at most. A large tenant begins anew from time to time, and only rare ones are rendered twice.</param>
internal sealed class FragmentCache<T>(int numbers, int most)
    where T : class
{
    private readonly T?[] _fragments = new T?[numbers];
    private int _rendered;

    /// <summary>The fragment of a number; null when it must be rendered.</summary>
    public T? Find(int number) => Volatile.Read(ref _fragments[number]);

    /// <summary>Keeps a fragment.</summary>
    public T Keep(int number, T fragment)
    {
        if (Interlocked.Increment(ref _rendered) % most == 0)
            Array.Clear(_fragments);
        Volatile.Write(ref _fragments[number], fragment);
        return fragment;
    }
}
