using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>A file of an export: a consecutive slice of the stream of rows that never crosses an RBAC group.</summary>
/// <param name="Index">Place among the files of the export; stands in skip tokens.</param>
/// <param name="Group">The group whose rows it holds.</param>
/// <param name="Split">Place among the files of the group.</param>
/// <param name="FirstRow">Its first row in the stream.</param>
/// <param name="Rows">How many rows it holds, 1 to <see cref="MostRows"/>.</param>
public sealed record PartFile(int Index, RbacGroup Group, int Split, int FirstRow, int Rows)
{
    /// <summary>The most lines of one file.</summary>
    public const int MostRows = 50_000;

    /// <summary>Cuts a stream of rows into files.</summary>
    internal static IReadOnlyList<PartFile> Cut(IReadOnlyList<GroupSlice> groups, RowIndex rows)
    {
        var files = new List<PartFile>();
        foreach (var slice in groups)
        {
            var end = rows.FirstRowOf(slice.FirstPlace + slice.Devices);
            var split = 0;
            for (var first = rows.FirstRowOf(slice.FirstPlace); first < end; first += MostRows)
                files.Add(new PartFile(files.Count, slice.Group, split++, first, Math.Min(MostRows, end - first)));
        }

        return files;
    }
}

/// <summary>The devices of one group, which stand together in the stream.</summary>
/// <param name="Group">The group.</param>
/// <param name="FirstPlace">Place of its first device.</param>
/// <param name="Devices">How many devices are in it.</param>
public sealed record GroupSlice(RbacGroup Group, int FirstPlace, int Devices);
