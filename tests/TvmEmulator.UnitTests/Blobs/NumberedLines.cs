using System.Text;
using TvmEmulator.Assessments;
using TvmEmulator.Identity;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Blobs;

/// <summary>A kind of data whose rows are their own numbers, in as many files as a test wants.</summary>
internal sealed class NumberedLines(params int[] rowsOfFiles) : Assessment
{
    private int _reads;

    /// <summary>How often somebody began to render rows.</summary>
    public int Reads => _reads;

    /// <summary>Rendering waits for it.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    public override string ByMachineRoute => "NumberedLinesByMachine";

    public override string ExportRoute => "NumberedLinesExport";

    public override string RowType => "Line";

    public override string BlobKind => "NumberedLines";

    public static string Text(int first, int count)
    {
        var text = new StringBuilder();
        for (var row = first; row < first + count; row++)
            text.Append("{\"Row\":").Append(row).Append("}\n");
        return text.ToString();
    }

    public override Permission Permission => Permission.Software;

    public override RowIndex RowsOf(Snapshot snapshot) => snapshot.Inventory;

    public override IReadOnlyList<PartFile> FilesOf(Snapshot snapshot)
    {
        var files = new List<PartFile>();
        foreach (var rows in rowsOfFiles)
            files.Add(new PartFile(files.Count, new RbacGroup(files.Count * 3, "Group"), files.Count % 2, files.Sum(file => file.Rows), rows));
        return files;
    }

    public override RowReader Read(Snapshot snapshot, RowDress dress, int first, int count)
    {
        Interlocked.Increment(ref _reads);
        Gate.Wait();
        return new Reader(Encoding.ASCII.GetBytes(Text(first, count)));
    }

    private sealed class Reader(byte[] text) : RowReader
    {
        private int _at;

        public override bool IsAtEnd => _at == text.Length;

        public override int Fill(Span<byte> destination)
        {
            var count = Math.Min(destination.Length, text.Length - _at);
            text.AsSpan(_at, count).CopyTo(destination);
            _at += count;
            return count;
        }
    }
}
