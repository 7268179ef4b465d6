namespace TvmEmulator.Quotas;

/// <summary>The times of calls, in their order: a ring that grows on demand.</summary>
internal sealed class CallLog
{
    private long[] _times = new long[8];
    private int _oldest;

    /// <summary>How many calls it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The time of a call.</summary>
    /// <param name="places">1 is the newest call, <see cref="Count"/> the oldest.</param>
    public long Back(int places) => _times[Place(Count - places)];

    /// <summary>Adds the newest call.</summary>
    public void Add(long time)
    {
        if (Count == _times.Length)
            Grow();
        _times[Place(Count++)] = time;
    }

    /// <summary>Forgets the calls up to a time.</summary>
    public void DropUntil(long time)
    {
        while (Count > 0 && Back(Count) <= time)
        {
            _oldest = Place(1);
            Count--;
        }
    }

    /// <summary>Forgets the calls after a time.</summary>
    public void DropAfter(long time)
    {
        while (Count > 0 && Back(1) > time)
            Count--;
    }

    /// <summary>How many calls are later than a time.</summary>
    public int CountAfter(long time)
    {
        var (least, most) = (0, Count);
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            if (Back(middle) > time)
                least = middle;
            else
                most = middle - 1;
        }

        return least;
    }

    // The length is a power of two.
    private int Place(int index) => (_oldest + index) & (_times.Length - 1);

    private void Grow()
    {
        var larger = new long[_times.Length * 2];
        _times.AsSpan(_oldest).CopyTo(larger);
        _times.AsSpan(0, _oldest).CopyTo(larger.AsSpan(_times.Length - _oldest));
        (_times, _oldest) = (larger, 0);
    }
}
