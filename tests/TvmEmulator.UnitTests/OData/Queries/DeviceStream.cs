using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>Devices as a stream, which leaves out those with another name or id than the query requires, and counts the rows that it makes.</summary>
internal sealed class DeviceStream(IReadOnlyList<Device> rows, PageCursors? cursors = null) : RowStream<Device>(cursors ?? new PageCursors())
{
    public int Made { get; private set; }

    public override int Count => rows.Count;

    public override IEnumerable<NumberedRow<Device>> From(int row, IReadOnlyDictionary<string, string> required, CancellationToken cancellation)
    {
        for (; row < rows.Count; row++)
        {
            if (rows[row].Name != required.GetValueOrDefault("name", rows[row].Name!) || rows[row].Id != required.GetValueOrDefault("id", rows[row].Id))
                continue;
            Made++;
            yield return new NumberedRow<Device>(row, rows[row]);
        }
    }
}
