using System.Runtime.CompilerServices;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Rows;

/// <summary>
/// A kind of data whose rows are found device by device and written column by column. A new kind needs a folder with its columns and a class that
/// derives from this one, and a line in <see cref="Assessment.All"/>.
/// </summary>
internal abstract class ColumnAssessment<TRow> : Assessment
{
    // Rows are counted once for a snapshot, when they are first asked for, and the counts live as long as it does.
    private readonly ConditionalWeakTable<Snapshot, Lazy<CountedRows>> _counted = [];

    /// <summary>Where the rows of an organization that was given are.</summary>
    protected abstract GivenKind Kind { get; }

    /// <summary>What a row of a page looks like; null when there are no pages.</summary>
    protected abstract RowShape<TRow>? Page { get; }

    /// <summary>What a line of a file looks like.</summary>
    protected abstract RowShape<TRow> Line { get; }

    /// <summary>Adds the rows of a device, always in the same order.</summary>
    public abstract void Find(Snapshot snapshot, in Device device, List<TRow> rows);

    public sealed override RowIndex RowsOf(Snapshot snapshot) => Counted(snapshot).Index;

    public sealed override IReadOnlyList<PartFile> FilesOf(Snapshot snapshot) => Counted(snapshot).Files;

    public sealed override RowReader Read(Snapshot snapshot, RowDress dress, int first, int count)
    {
        var shape = dress == RowDress.PageRow ? Page ?? throw new InvalidOperationException($"{BlobKind} has no pages.") : Line;
        return snapshot.Tenant.Given is { } given
            ? new ColumnReader<GivenRow>(RowsOf(snapshot), RowsOf(given), snapshot, shape.OfGiven, dress, first, count)
            : new ColumnReader<TRow>(RowsOf(snapshot), Find, snapshot, shape, dress, first, count);
    }

    private CountedRows Counted(Snapshot snapshot) =>
        _counted.GetValue(snapshot, key => new Lazy<CountedRows>(() => new CountedRows(key, () => NewCounter(key)))).Value;

    /// <summary>Nothing is made up for an organization that was given: a kind that no file holds has no rows.</summary>
    private RowFinder<GivenRow> RowsOf(GivenOrganization given)
    {
        var table = given.TableOf(Kind);
        return (_, in device, rows) => table?.Find(DeviceNames.IdOf(device), rows);
    }

    private Func<Device, int> NewCounter(Snapshot snapshot)
    {
        if (snapshot.Tenant.Given is { } given)
            return device => given.TableOf(Kind)?.CountOf(DeviceNames.IdOf(device)) ?? 0;

        var rows = new List<TRow>();
        return device =>
        {
            rows.Clear();
            Find(snapshot, device, rows);
            return rows.Count;
        };
    }
}
