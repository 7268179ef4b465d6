using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Overlays;

/// <summary>What holds under any overlay.</summary>
public sealed class OverlayLawsTests
{
    private const string LaterMark = "2026-08-15/0200";

    private static readonly (long Seed, int Devices)[] Fleets = [(1, 12), (2, 7), (-3, 25), (4, 1)];

    [Theory]
    [InlineData(Samples.DefaultMark)]
    [InlineData(LaterMark)]
    public void Rows_AnyChanges_AreThoseOfThePlainWay(string mark) => ForAny(15, (tenant, changes) =>
    {
        var made = Samples.SnapshotOf(tenant.Seed, tenant.Devices);
        var overlaid = tenant.With(changes, made.Mark).At(Samples.Mark(mark));
        var expected = new PlainOverlay(Samples.SnapshotOf(tenant.Seed, tenant.Devices, mark), made, changes).Rows;

        var actual = OverlaidRow.AllOf(overlaid).Where(row => !IsSystemOfAdded(row)).ToList();

        actual.Select(row => row with { DiskPaths = "", RegistryPaths = "" }).ShouldBe(expected.Select(row => row.Row));
        actual.Zip(expected).Where(pair => !HasLook(pair.First, pair.Second)).ShouldBeEmpty();
    });

    [Theory]
    [InlineData(Samples.DefaultMark)]
    [InlineData(LaterMark)]
    public void Distribution_AnyChanges_IsTheCountOfTheRows(string mark) => ForAny(8, (tenant, changes) =>
    {
        var snapshot = tenant.With(changes, Samples.Mark(Samples.DefaultMark)).At(Samples.Mark(mark));
        var rows = OverlaidRow.AllOf(snapshot).ToLookup(row => row.Software, StringComparer.Ordinal);

        snapshot.Inventory.Rows.ShouldBe(rows.Sum(product => product.Count()));
        foreach (var product in snapshot.Tenant.Catalog.Products)
        {
            var distribution = snapshot.Distribution(product);
            snapshot.VersionsOf(product).ShouldBe(distribution.Count);
            var expected = rows[product.Id].GroupBy(row => row.Version, StringComparer.Ordinal)
                .OrderBy(version => version.Key, TvmEmulator.Tenants.Catalog.VersionOrder.Instance)
                .Select(version => (version.Key, version.Count(), version.Select(row => row.Weaknesses).Distinct().Single()))
                .ToList();
            if (!distribution.SequenceEqual(expected))
                distribution.ShouldBe(expected, product.Id);
        }
    });

    [Fact]
    public void InventoryFiles_AnyChanges_CoverTheStreamAndHoldOneGroupEach() => ForAny(8, (tenant, changes) =>
    {
        var snapshot = tenant.With(changes, Samples.Mark(Samples.DefaultMark)).At(Samples.Mark(Samples.DefaultMark));
        var rows = OverlaidRow.AllOf(snapshot);
        var next = 0;
        foreach (var file in snapshot.InventoryFiles)
        {
            file.FirstRow.ShouldBe(next);
            rows.Skip(next).Take(file.Rows).ShouldAllBe(row => row.GroupId == file.Group.Id && row.GroupName == file.Group.Name);
            next += file.Rows;
        }

        next.ShouldBe(rows.Count);
    });

    [Fact]
    public void Read_AnyChangesAndAnySlice_IsThatSliceOfTheWhole() => ForAny(8, (tenant, changes) =>
    {
        var snapshot = tenant.With(changes, Samples.Mark(Samples.DefaultMark)).At(Samples.Mark(Samples.DefaultMark));
        var lines = Lines(snapshot);
        for (var first = 0; first < lines.Count; first += Math.Max(1, lines.Count / 9))
        {
            var slice = InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.FileLine, first, 17);
            Text(slice).ShouldBe(string.Concat(lines.Skip(first).Take(17)));
        }
    });

    [Fact]
    public void Rows_DevicesThatAreNotMentioned_StayByteForByte() => ForAny(8, (tenant, changes) =>
    {
        var withoutCves = changes with { Cves = null };
        var mentioned = withoutCves.Devices!.Select(change => change.Device).Concat(withoutCves.Installations!.Select(change => change.Device)).ToList();
        var generated = Samples.SnapshotOf(tenant.Seed, tenant.Devices);

        var overlaid = tenant.With(withoutCves, generated.Mark).At(generated.Mark);

        List<string> Untouched(Snapshot snapshot) => [.. Lines(snapshot).Where(line => !mentioned.Exists(device => line.Contains(device, StringComparison.Ordinal)) && !IsOfAdded(line))];
        Untouched(overlaid).ShouldBe(Untouched(generated));
    });

    [Fact]
    public void With_AnyChanges_LeavesTheTenantItself() => ForAny(5, (tenant, changes) =>
    {
        var mark = Samples.Mark(Samples.DefaultMark);
        var before = Lines(tenant.At(mark));

        var overlaid = tenant.With(changes, mark);
        overlaid.At(mark);

        Lines(tenant.At(mark)).ShouldBe(before);
        tenant.Overlay.IsEmpty.ShouldBeTrue();
        overlaid.Base.ShouldBeSameAs(tenant);
    });

    [Fact]
    public void With_EqualChanges_GivesEqualBytesAndHashes() => ForAny(5, (tenant, changes) =>
    {
        var mark = Samples.Mark(Samples.DefaultMark);

        var (one, other) = (tenant.With(changes, mark).At(mark), new Tenant(tenant.Seed, tenant.Devices).With(changes, mark).At(mark));

        other.DatasetHash.ShouldBe(one.DatasetHash);
        Lines(other).ShouldBe(Lines(one));
    });

    [Fact]
    public void With_ChangesThatComeOneAfterTheOther_GivesTheSame() => ForAny(8, (tenant, changes) =>
    {
        var mark = Samples.Mark(Samples.DefaultMark);
        var steps = tenant
            .With(new OverlayChanges(Devices: changes.Devices), mark)
            .With(new OverlayChanges(Installations: [.. changes.Installations!.Take(1)]), mark)
            .With(new OverlayChanges(Installations: [.. changes.Installations!.Skip(1)]), mark)
            .With(new OverlayChanges(Cves: changes.Cves), mark);

        var once = tenant.With(changes, mark);

        steps.At(mark).DatasetHash.ShouldBe(once.At(mark).DatasetHash);
    });

    [Fact]
    public void Changes_OfAnyOverlay_GiveItsRowsAgain() => ForAny(8, (tenant, changes) =>
    {
        var mark = Samples.Mark(Samples.DefaultMark);
        var overlaid = tenant.With(changes, mark);

        var again = tenant.With(overlaid.Overlay.Changes, mark);

        // A group that was left empty has no number in the second one.
        RowsByDevice(again).ShouldBe(RowsByDevice(overlaid));

        List<OverlaidRow> RowsByDevice(Tenant tenant) => [.. OverlaidRow.AllOf(tenant.At(mark)).Select(row => row with { GroupId = 0 }).OrderBy(row => row.DeviceId, StringComparer.Ordinal)];
    });

    private static void ForAny(int cases, Action<Tenant, OverlayChanges> law) =>
        Prop.ForAll(
            (from fleet in Gen.Elements(Fleets)
             from changes in RandomOverlays.For(Samples.SnapshotOf(fleet.Seed, fleet.Devices))
             select (fleet, changes)).ToArbitrary(),
            test => law(Samples.TenantOf(test.fleet.Seed, test.fleet.Devices), test.changes)).Hold(cases);

    private static bool IsOfAdded(string line) => "abc".Any(letter => line.Contains(new string(letter, 40), StringComparison.Ordinal));

    private static bool IsSystemOfAdded(OverlaidRow row) =>
        IsOfAdded(row.DeviceId) && Samples.TenantOf(1, 1).Catalog.Find(row.Software) is { IsOperatingSystem: true };

    private static bool HasLook(OverlaidRow row, PlainOverlay.Expected expected) => expected.Looks.Any(look => look == "*" || look == $"{row.DiskPaths}\n{row.RegistryPaths}");

    private static List<string> Lines(Snapshot snapshot) =>
        [.. Text(InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.FileLine)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\n")];

    private static string Text(byte[] text) => System.Text.Encoding.UTF8.GetString(text);
}
