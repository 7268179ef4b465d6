using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Faults.Rows;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Faults.Rows;

/// <summary>The rows equal those of a slow twin, which changes them as JSON documents.</summary>
public sealed class ChangedRowReaderTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<ColumnFault> Faults = Gen.OneOf(
        from name in Gen.Elements("deviceId", "OSPlatform", "diskPaths", "NUMBEROFWEAKNESSES", "endOfSupportDate", "unknown", "softwareVersion")
        select (ColumnFault)new NullColumnFault(name),
        from name in Gen.Elements("isOnboarded", "extra", "UNKNOWN", "rbacGroupName", "DiskPaths", "with \"quotes\"")
        from value in Gen.Elements("1", "true", "null", "\"text, {with} [marks]\\n\"", "1.50")
        select (ColumnFault)new ExtraColumnFault(name, value));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fill_AnyFaults_EqualsTheSlowTwin(bool isPage)
    {
        var dress = isPage ? RowDress.PageRow : RowDress.FileLine;
        var snapshot = Samples.SnapshotOf(7, 20);
        var range = from first in Gen.Choose(0, 1000) from count in Gen.Choose(0, 300) from span in Gen.Choose(RowReader.MostRowBytes, 100_000) select (first, count, span);

        Prop.ForAll(Faults.ListOf().ToArbitrary(), range.ToArbitrary(), (faults, at) =>
            {
                var plain = InventoryText.Of(InventoryText.Edition2021, snapshot, dress, at.first, at.count);
                var changed = Read(new ChangedRowReader(InventoryText.Edition2021.Read(snapshot, dress, at.first, at.count), dress, faults), at.span);
                return Encoding.UTF8.GetString(changed) == SlowTwin(Encoding.UTF8.GetString(plain), dress, faults);
            })
            .Hold();
    }

    [Fact]
    public void Fill_NoFaults_ChangesNothing()
    {
        var snapshot = Samples.SnapshotOf(7, 20);

        Read(new ChangedRowReader(InventoryText.Edition2021.Read(snapshot, RowDress.PageRow, 0, 500), RowDress.PageRow, []), 64 * 1024)
            .ShouldBe(InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.PageRow, 0, 500));
    }

    /// <summary>A row can get longer than any destination.</summary>
    [Fact]
    public void Fill_RowsLongerThanTheDestination_AreSpreadOverSeveral()
    {
        var snapshot = Samples.SnapshotOf(7, 20);
        var faults = Enumerable.Range(0, 200).Select(i => new ExtraColumnFault($"column{i}", $"\"{new string('x', 500)}\"")).ToList();

        var rows = JsonNode.Parse($"[{Encoding.UTF8.GetString(Read(new ChangedRowReader(InventoryText.Edition2021.Read(snapshot, RowDress.PageRow, 0, 3), RowDress.PageRow, faults), RowReader.MostRowBytes))}]");

        rows!.AsArray().ShouldAllBe(row => row!.AsObject().Count == 213);
    }

    private static byte[] Read(RowReader reader, int span)
    {
        using var all = new MemoryStream();
        var destination = new byte[span];
        while (!reader.IsAtEnd)
            all.Write(destination, 0, reader.Fill(destination));
        return all.ToArray();
    }

    private static string SlowTwin(string plain, RowDress dress, IEnumerable<ColumnFault> faults)
    {
        var rows = dress == RowDress.PageRow
            ? [.. JsonNode.Parse($"[{plain}]")!.AsArray().Select(row => row!.AsObject())]
            : plain.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        foreach (var row in rows)
        {
            // What is written in the end is decided by the last fault of each column; a column is added when any of them adds.
            foreach (var group in faults.GroupBy(fault => fault.Name, StringComparer.OrdinalIgnoreCase))
            {
                var known = row.Select(column => column.Key).FirstOrDefault(key => key.Equals(group.Key, StringComparison.OrdinalIgnoreCase));
                if (known is null && !group.Any(fault => fault.Adds))
                    continue;
                row[known ?? group.Last().Name] = JsonNode.Parse(group.Last().Json);
            }

            if (dress == RowDress.FileLine)
            {
                foreach (var absent in row.Where(column => column.Value is null).Select(column => column.Key).ToList())
                    row.Remove(absent);
            }
        }

        var texts = rows.Select(row => row.ToJsonString(Relaxed));
        return dress == RowDress.PageRow ? string.Join(',', texts) : string.Concat(texts.Select(text => text + "\n"));
    }
}
