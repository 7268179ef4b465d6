using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class PartFileTests
{
    /// <summary>Groups of devices with so many rows each that files are cut.</summary>
    internal static Gen<int[][]> Groups { get; } = Gen.Choose(0, 5)
        .SelectMany(devices => Gen.Frequency((4, Gen.Choose(0, 40_000)), (1, Gen.Constant(0)), (1, Gen.Constant(50_000))).ArrayOf(devices))
        .ArrayOf();

    [Fact]
    public void Cut_AnyGroups_JoinsToTheStreamAndCrossesNoGroup() =>
        Prop.ForAll(Groups.ToArbitrary(), groups =>
        {
            var (files, index, slices) = Cut(groups);
            var next = 0;
            foreach (var file in files)
            {
                file.FirstRow.ShouldBe(next);
                file.Rows.ShouldBeInRange(1, 50_000);
                var slice = slices.Single(slice => slice.Group == file.Group);
                file.FirstRow.ShouldBeGreaterThanOrEqualTo(index.FirstRowOf(slice.FirstPlace));
                (file.FirstRow + file.Rows).ShouldBeLessThanOrEqualTo(index.FirstRowOf(slice.FirstPlace + slice.Devices));
                next += file.Rows;
            }

            next.ShouldBe(index.Rows);
            files.Select(file => file.Index).ShouldBe(Enumerable.Range(0, files.Count));
        }).Hold();

    [Fact]
    public void Cut_AnyGroup_FillsEveryFileButItsLast() =>
        Prop.ForAll(Groups.ToArbitrary(), groups =>
        {
            foreach (var group in Cut(groups).Files.GroupBy(file => file.Group.Id))
            {
                group.SkipLast(1).All(file => file.Rows == PartFile.MostRows).ShouldBeTrue();
                group.Select(file => file.Split).ShouldBe(Enumerable.Range(0, group.Count()));
            }
        }).Hold();

    [Fact]
    public void Cut_GroupWithoutRows_HasNoFile() => Cut([[0, 0], [3]]).Files.ShouldHaveSingleItem().Group.Id.ShouldBe(2);

    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(50_001, 2)]
    [InlineData(100_000, 2)]
    [InlineData(100_001, 3)]
    public void Cut_OneGroup_HasAFileForEveryFiftyThousandRows(int rows, int files) => Cut([[rows]]).Files.Count.ShouldBe(files);

    internal static (IReadOnlyList<PartFile> Files, RowIndex Index, List<GroupSlice> Slices) Cut(int[][] groups)
    {
        var slices = new List<GroupSlice>();
        var place = 0;
        foreach (var devices in groups)
        {
            slices.Add(new GroupSlice(new RbacGroup(slices.Count + 1, $"group {slices.Count + 1}"), place, devices.Length));
            place += devices.Length;
        }

        var index = new RowIndex([.. groups.SelectMany(devices => devices)]);
        return (PartFile.Cut(slices, index), index, slices);
    }
}
