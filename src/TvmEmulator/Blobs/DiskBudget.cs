namespace TvmEmulator.Blobs;

/// <summary>Which files go when all together take too much room: those that were used least recently.</summary>
internal sealed class DiskBudget(long limit)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, long Length)> _byUse = [];
    private readonly Dictionary<string, LinkedListNode<(string Key, long Length)>> _nodes = new(StringComparer.Ordinal);
    private long _total;

    /// <summary>Notes a file as the one used last.</summary>
    /// <returns>The files that must go for it, never itself; they are no longer noted.</returns>
    public IReadOnlyList<string> Add(string key, long length)
    {
        lock (_gate)
        {
            Drop(key);
            _nodes[key] = _byUse.AddFirst((key, length));
            _total += length;

            var gone = new List<string>();
            while (_total > limit && _byUse.Last is { } last && last.Value.Key != key)
            {
                gone.Add(last.Value.Key);
                Drop(last.Value.Key);
            }

            return gone;
        }
    }

    /// <summary>Notes that a file was used.</summary>
    public void Touch(string key)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(key, out var node))
                return;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
        }
    }

    /// <summary>Makes room when the disk is fuller than the limit assumes: the half that was used least recently goes.</summary>
    /// <returns>The files that must go; they are no longer noted.</returns>
    public IReadOnlyList<string> DropHalf()
    {
        lock (_gate)
        {
            var gone = _byUse.Reverse().Take((_byUse.Count + 1) / 2).Select(file => file.Key).ToList();
            gone.ForEach(Drop);
            return gone;
        }
    }

    /// <summary>Forgets a file that is gone.</summary>
    public void Remove(string key)
    {
        lock (_gate)
            Drop(key);
    }

    private void Drop(string key)
    {
        if (!_nodes.Remove(key, out var node))
            return;
        _byUse.Remove(node);
        _total -= node.Value.Length;
    }
}
