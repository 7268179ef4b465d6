using System.Text;
using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Assessments.Rows;

public sealed class ColumnAssessmentTests
{
    private const int SmallSpan = RowReader.MostRowBytes;

    private static readonly (long Seed, int Devices, string Mark)[] Fleets =
    [
        (1, 60, Samples.DefaultMark),
        (-3, 60, "2025-01-01/0200"),
        (2, 40, "2035-10-01/0800"),
        (7, 1, Samples.DefaultMark),
    ];

    public static TheoryData<string> Kinds => [.. PlainKinds.All.Keys];

    public static TheoryData<string, PlainDress, int> Dresses
    {
        get
        {
            var data = new TheoryData<string, PlainDress, int>();
            foreach (var (name, kind) in PlainKinds.All)
            {
                foreach (var dress in Enum.GetValues<PlainDress>().Where(dress => kind.HasPages || dress is PlainDress.PascalLine or PlainDress.CamelLine))
                {
                    for (var fleet = 0; fleet < Fleets.Length; fleet++)
                        data.Add(name, dress, fleet);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Dresses))]
    public void Read_WholeStream_IsWhatPlainObjectsGive(string name, PlainDress dress, int fleet)
    {
        var snapshot = SnapshotOf(fleet);
        var kind = PlainKinds.All[name];

        Rendered(kind, snapshot, dress, 0, int.MaxValue).ShouldBe(Joined(kind.Rows(snapshot, dress), dress));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_AnySlice_IsThatSliceOfThePlainObjects(string name)
    {
        var snapshot = SnapshotOf(0);
        var kind = PlainKinds.All[name];
        var dress = kind.HasPages ? PlainDress.Page2026 : PlainDress.CamelLine;
        var oracle = kind.Rows(snapshot, dress);
        var slices =
            from first in Gen.Choose(0, oracle.Count)
            from count in Gen.Frequency((3, Gen.Choose(0, 100)), (1, Gen.Constant(int.MaxValue)))
            from span in Gen.Choose(SmallSpan, 3 * SmallSpan)
            select (First: first, Count: count, Span: span);

        Prop.ForAll(slices.ToArbitrary(), slice => Rendered(kind, snapshot, dress, slice.First, slice.Count, slice.Span)
            .ShouldBe(Joined(oracle.Skip(slice.First).Take(slice.Count), dress))).Hold(40);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void FilesOf_AllFiles_JoinToTheWholeAndStayWithinTheirGroup(string name)
    {
        var snapshot = SnapshotOf(0);
        var kind = PlainKinds.All[name];
        var files = kind.Edition2021.FilesOf(snapshot);

        string.Concat(files.Select(file => Rendered(kind, snapshot, PlainDress.PascalLine, file.FirstRow, file.Rows)))
            .ShouldBe(Rendered(kind, snapshot, PlainDress.PascalLine, 0, int.MaxValue));
        files.Sum(file => file.Rows).ShouldBe(kind.Edition2021.RowsOf(snapshot).Rows);
        foreach (var file in files)
        {
            var lines = Rendered(kind, snapshot, PlainDress.PascalLine, file.FirstRow, file.Rows).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(file.Rows);
            lines.ShouldAllBe(line => line.Contains($"\"RbacGroupId\":{file.Group.Id}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RowsOf_EveryDevice_IsAsManyAsTheOracleHas(string name)
    {
        var snapshot = SnapshotOf(0);
        var kind = PlainKinds.All[name];
        var index = kind.Edition2021.RowsOf(snapshot);

        Enumerable.Range(0, snapshot.Devices).Select(place => index.FirstRowOf(place + 1) - index.FirstRowOf(place))
            .ShouldBe(Enumerable.Range(0, snapshot.Devices).Select(place => kind.RowsOf(new PlainDevice(snapshot, snapshot.DeviceAt(place))).Count()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Read_ManyReadersOfNewTenants_RenderTheSame(string name)
    {
        var kind = PlainKinds.All[name];
        var expected = Rendered(kind, SnapshotOf(0), PlainDress.PascalLine, 0, int.MaxValue);
        var snapshot = new Tenant(Fleets[0].Seed, Fleets[0].Devices).At(Samples.Mark(Fleets[0].Mark));

        var texts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Rendered(kind, snapshot, PlainDress.PascalLine, 0, int.MaxValue))));

        texts.ShouldAllBe(text => text == expected);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_EveryRowOfManyDevices_FitsTheSmallestSpan(string name)
    {
        var snapshot = Samples.SnapshotOf(1, 150);

        var lines = Rendered(PlainKinds.All[name], snapshot, PlainDress.PascalLine, 0, int.MaxValue).Split('\n');

        lines.Max(line => Encoding.UTF8.GetByteCount(line)).ShouldBeInRange(100, RowReader.MostRowBytes / 4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Tenant_MoreDevices_LeavesTheRowsOfTheEarlierOnes(string name)
    {
        var kind = PlainKinds.All[name];
        var few = kind.Rows(Samples.SnapshotOf(1, 20), PlainDress.CamelLine);
        var many = kind.Rows(Samples.SnapshotOf(1, 60), PlainDress.CamelLine).ToHashSet(StringComparer.Ordinal);

        few.ShouldAllBe(row => many.Contains(row));
    }

    [Fact]
    public void Read_PageOfAKindWithoutPages_IsAMistake() =>
        Should.Throw<InvalidOperationException>(() => PlainKinds.All["GatheredInformation"].Edition2021.Read(SnapshotOf(0), RowDress.PageRow, 0, 1));

    private static Snapshot SnapshotOf(int fleet) => Samples.SnapshotOf(Fleets[fleet].Seed, Fleets[fleet].Devices, Fleets[fleet].Mark);

    private static string Joined(IEnumerable<string> rows, PlainDress dress) =>
        dress is PlainDress.PascalLine or PlainDress.CamelLine ? string.Concat(rows.Select(row => row + "\n")) : string.Join(',', rows);

    private static string Rendered(PlainKind kind, Snapshot snapshot, PlainDress dress, int first, int count, int span = 2 * SmallSpan) => Encoding.UTF8.GetString(InventoryText.Of(
        dress is PlainDress.Page2021 or PlainDress.PascalLine ? kind.Edition2021 : kind.Edition2026,
        snapshot,
        dress is PlainDress.Page2021 or PlainDress.Page2026 ? RowDress.PageRow : RowDress.FileLine,
        first,
        count,
        span));
}
