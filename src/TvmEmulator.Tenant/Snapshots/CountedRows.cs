using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>The counted stream of rows of one kind: where each device's rows begin, and the files that it is cut into.</summary>
public sealed class CountedRows
{
    private const int BlockSize = 256;

    /// <summary>Counts the rows: one parallel pass over the devices of a snapshot.</summary>
    /// <param name="snapshot">Where they come from.</param>
    /// <param name="newCounter">Makes what counts the rows of a device; one for each thread, so that it can keep room to work in.</param>
    public CountedRows(Snapshot snapshot, Func<Func<Device, int>> newCounter)
    {
        var rows = new int[snapshot.Devices];
        Parallel.For(
            0,
            (rows.Length + BlockSize - 1) / BlockSize,
            newCounter,
            (block, _, count) =>
            {
                for (var place = block * BlockSize; place < Math.Min((block + 1) * BlockSize, rows.Length); place++)
                    rows[place] = count(snapshot.DeviceAt(place));
                return count;
            },
            static _ => { });
        Index = new RowIndex(rows);
        Files = PartFile.Cut(snapshot.Groups, Index);
    }

    /// <summary>How many rows there are, and where each device's begin.</summary>
    public RowIndex Index { get; }

    /// <summary>The files of the export.</summary>
    public IReadOnlyList<PartFile> Files { get; }
}
