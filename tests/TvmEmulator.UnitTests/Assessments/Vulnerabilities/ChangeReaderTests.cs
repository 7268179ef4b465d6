using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Vulnerabilities.Changes;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Assessments.Vulnerabilities;

public sealed class ChangeReaderTests
{
    private static readonly Snapshot Newest = Samples.SnapshotOf(1, 30);
    private static readonly ChangeSource Source = new(Newest, ContractEdition.Edition2026);

    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 20, Samples.DefaultMark },
        { -3, 20, "2025-06-12/0200" },
        { 2, 12, "2028-05-12/0800" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Fill_WindowByWindow_IsTheDifferenceOfTwoExports(long seed, int devices, string mark)
    {
        var newest = Samples.SnapshotOf(seed, devices, mark);
        var rows = RowsSince(newest, Back(newest.Mark, 5)).ToLookup(row => row.Window);

        var exports = Enumerable.Range(0, 6).Select(window => PlainChange.ExportAt(newest.Tenant, Back(newest.Mark, window))).ToList();
        for (var window = 0; window < 5; window++)
            rows[window].Select(row => row.Change).ShouldBe(PlainChange.Between(exports[window + 1], exports[window]), ignoreOrder: true);

        rows.Sum(window => window.Count()).ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(1, 40, Samples.DefaultMark, 1)]
    [InlineData(1, 40, Samples.DefaultMark, 7)]
    [InlineData(2, 60, "2026-09-10/1400", 56)]
    [InlineData(-3, 40, "2025-03-20/2000", 56)]
    [InlineData(4, 3, "2032-02-01/0200", 30)]
    public void Fill_AppliedToTheOlderExport_GivesTheNewerOne(long seed, int devices, string mark, int windows)
    {
        var newest = Samples.SnapshotOf(seed, devices, mark);

        ShouldLeadTo(newest, Back(newest.Mark, windows));
    }

    [Fact]
    public void Fill_AnyOverlay_AppliedToTheOlderExportGivesTheNewerOne() => Prop.ForAll(RandomOverlays.For(Newest).ToArbitrary(), changes =>
    {
        var tenant = Newest.Tenant.With(changes, Newest.Mark);

        ShouldLeadTo(tenant.At(Newest.Mark), Back(Newest.Mark, 20));
    }).Hold(4);

    [Fact]
    public void Fill_OverlayThatComesOut_AppliedToTheOlderExportGivesTheNewerOne()
    {
        // A version and a CVE that appear within the window, with paths of their own.
        var device = DeviceNames.IdOf(Newest.DeviceAt(3));
        var chrome = Newest.Tenant.Catalog.Find("google-_-chrome")!.Tracks[0];
        var coming = chrome.VersionOf(chrome.ReleaseAt(Newest.Mark.At));
        var (early, late) = (Newest.Mark.At.Plus(-40 * 3600).Utc, Newest.Mark.At.Plus(-3 * 3600).Utc);
        var tenant = Newest.Tenant.With(
            new OverlayChanges(
                Installations: [new(device, "acme-_-anvil", "1.0", FirstSeen: early), new(device, chrome.Product.Id, coming, FirstSeen: early, DiskPaths: ["/x"])],
                Cves: [new("CVE-2026-1", Published: late, Affects: [new("acme-_-anvil")])]),
            Newest.Mark);
        var newest = tenant.At(Newest.Mark);

        ShouldLeadTo(newest, Back(newest.Mark, 56));
        RowsSince(newest, Back(newest.Mark, 1)).Where(row => row.Change.Key.Contains("anvil", StringComparison.Ordinal)).Select(row => (row.Change.Status, row.At.UtcDateTime))
            .ShouldBe([("Fixed", late.UtcDateTime), ("New", late.UtcDateTime)]);
    }

    [Fact]
    public void Fill_ReplacedAndMovedDevices_HaveAllRowsFixedThenNew()
    {
        var newest = Samples.SnapshotOf(5, 900);
        var since = Back(newest.Mark, 56);
        var fleet = newest.Tenant.Fleet;
        var seats = Enumerable.Range(0, fleet.Ordinals).Select(seat => (Before: fleet.DeviceAt(seat, since.At), After: fleet.DeviceAt(seat, newest.Mark.At))).ToList();
        var replaced = seats.Where(seat => seat.Before.Key != seat.After.Key).ToList();
        var moved = seats.Where(seat => seat.Before.Key == seat.After.Key && seat.Before.Group != seat.After.Group).ToList();
        var rows = RowsSince(newest, since);

        replaced.ShouldNotBeEmpty();
        moved.ShouldNotBeEmpty();
        foreach (var (before, after) in replaced.Concat(moved))
        {
            var left = rows.FindLastIndex(row => row.Change.Status == "Fixed" && row.Change.Key.StartsWith(HeadOf(before), StringComparison.Ordinal));
            var came = rows.FindIndex(row => row.Change.Status == "New" && row.Change.Key.StartsWith(HeadOf(after), StringComparison.Ordinal) && row.At == rows[left].At);
            came.ShouldBe(left + 1);
        }

        foreach (var (_, after) in replaced.Where(seat => seat.After.Joined <= newest.Mark.At))
            rows.ShouldContain(row => row.At == after.Joined.Utc && row.Change.Key.StartsWith(HeadOf(after), StringComparison.Ordinal));
    }

    [Fact]
    public void Fill_RowsOfADevice_AscendByMomentWithFixedBeforeNew()
    {
        foreach (var rows in RowsSince(Newest, Back(Newest.Mark, 56)).GroupBy(row => row.Change.Key[..40], StringComparer.Ordinal))
        {
            var order = rows.Select(row => (row.At, Status: row.Change.Status == "Fixed" ? 0 : row.Change.Status == "New" ? 1 : 2)).ToList();
            order.ShouldBe(order.Order());
        }
    }

    [Theory]
    [InlineData(1, 120, Samples.DefaultMark)]
    [InlineData(-3, 60, "2025-06-12/0200")]
    [InlineData(2, 60, "2028-05-12/0800")]
    [InlineData(5, 300, "2026-01-14/2000")]
    public void Fill_AnyRow_HappenedAfterItBeganAndBeforeItWasSeenLast(long seed, int devices, string mark)
    {
        var newest = Samples.SnapshotOf(seed, devices, mark);

        foreach (var row in Texts(Reader(newest, Back(newest.Mark, ChangedReleases.MostWindows), int.MaxValue)).Select(text => JsonElement.Parse(text)))
        {
            var (at, first, last) = (TimeOf(row, "eventTimestamp"), TimeOf(row, "firstSeenTimestamp"), TimeOf(row, "lastSeenTimestamp"));
            var cve = row.GetProperty("cveId").GetString() is { } id ? newest.Cves.Find(id) : null;

            (first <= at && at <= last && !(cve?.Published.Utc > at)).ShouldBeTrue($"{row}");
        }
    }

    /// <summary>Another version of the same line, or another group: the CVE was there all the time.</summary>
    [Theory]
    [InlineData(1, 60, Samples.DefaultMark)]
    [InlineData(5, 300, "2026-01-14/2000")]
    [InlineData(2, 60, "2028-05-12/0800")]
    public void Fill_CveThatStays_KeepsItsFirstSeen(long seed, int devices, string mark)
    {
        var newest = Samples.SnapshotOf(seed, devices, mark);
        var rows = Texts(Reader(newest, Back(newest.Mark, ChangedReleases.MostWindows), int.MaxValue)).Select(text => JsonElement.Parse(text)).ToList();
        var pairs = rows.Where(row => Text(row, "status") == "Fixed" && Text(row, "cveId").Length > 0)
            .Join(rows.Where(row => Text(row, "status") == "New"), KeyOf, KeyOf, (before, after) => (Before: before, After: after), StringComparer.Ordinal)
            .ToList();

        pairs.Count.ShouldBeGreaterThan(100);
        pairs.Where(pair => Text(pair.Before, "firstSeenTimestamp") != Text(pair.After, "firstSeenTimestamp")).Take(3).Select(pair => $"{pair.Before}, {pair.After}").ShouldBeEmpty();

        string KeyOf(JsonElement row) =>
            $"{Text(row, "deviceId")} {Text(row, "recommendationReference")} {LineOf(newest, row).Name} {Text(row, "cveId")} {Text(row, "eventTimestamp")}";
    }

    [Fact]
    public void TryMoveTo_PlaceAfterAnyPage_GoesOnWithTheNextRow() => Prop.ForAll(Gen.Choose(1, 400).ToArbitrary(), size =>
    {
        var since = Back(Newest.Mark, 8);
        var whole = Texts(Reader(Newest, since, int.MaxValue));
        var joined = new List<string>();
        var (seat, line) = (0, 0);
        while (true)
        {
            var reader = Reader(Newest, since, size);
            reader.TryMoveTo(seat, line).ShouldBeTrue();
            var page = Texts(reader);
            joined.AddRange(page);
            reader.Rows.ShouldBe(page.Count);
            if (!reader.MoveOn())
                break;
            page.Count.ShouldBe(size);
            (seat, line) = (reader.Seat, reader.Line);
        }

        joined.ShouldBe(whole);
    }).Hold(6);

    [Fact]
    public void TryMoveTo_PlaceThatIsNotThere_IsFalse()
    {
        var since = Back(Newest.Mark, 4);

        Reader(Newest, since, 1).TryMoveTo(Newest.Tenant.Fleet.Ordinals, 0).ShouldBeFalse();
        Reader(Newest, since, 1).TryMoveTo(0, 1_000_000).ShouldBeFalse();
    }

    [Fact]
    public void Skip_Rows_LeavesOutAsMany()
    {
        var since = Back(Newest.Mark, 4);
        var whole = Texts(Reader(Newest, since, int.MaxValue));
        var reader = Reader(Newest, since, 5);

        reader.Skip(17).ShouldBe(17);
        Texts(reader).ShouldBe(whole.Skip(17).Take(5));
        reader.Skip(int.MaxValue).ShouldBe(whole.Count - 22);
    }

    [Fact]
    public void MoveOn_NoWindow_FindsNothing() => Reader(Newest, Newest.Mark, 10).MoveOn().ShouldBeFalse();

    [Fact]
    public void Fill_CancelledCaller_Ends() => Should.Throw<OperationCanceledException>(() =>
        new ChangeReader(Newest, Source, Back(Newest.Mark, 1), int.MaxValue, ContractEdition.Edition2026, new CancellationToken(canceled: true)).Skip(int.MaxValue));

    private static void ShouldLeadTo(Snapshot newest, SnapshotMark since)
    {
        var rows = PlainChange.ExportAt(newest.Tenant, since);
        foreach (var (change, _, _) in RowsSince(newest, since))
        {
            if (change.Status == "Fixed")
                rows.Remove(change.Key).ShouldBeTrue(change.Key);
            else if (change.Status == "New")
                rows.TryAdd(change.Key, change.Columns).ShouldBeTrue(change.Key);
            else
                rows[change.Key] = rows.ContainsKey(change.Key) ? change.Columns : throw new InvalidOperationException(change.Key);
        }

        var expected = PlainChange.ExportAt(newest.Tenant, newest.Mark);
        rows.Count.ShouldBe(expected.Count);
        rows.Where(row => expected.GetValueOrDefault(row.Key) != row.Value).Take(3).Select(row => $"{row} {expected.GetValueOrDefault(row.Key)}").ShouldBeEmpty();
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static Track LineOf(Snapshot newest, JsonElement row) => newest.Tenant.Catalog.Find(Text(row, "recommendationReference")["va-_-".Length..])!.Tracks
        .First(track => Enumerable.Range(0, track.ReleaseAt(newest.Mark.At) + 1).Any(release => track.VersionOf(release) == Text(row, "softwareVersion")));

    private static DateTimeOffset TimeOf(JsonElement row, string name) => Samples.Utc(Text(row, name));

    private static SnapshotMark Back(SnapshotMark mark, int windows) => SnapshotMark.AtOrBefore(mark.At.Plus(-windows * SnapshotMark.Interval).Utc);

    private static string HeadOf(Device device) => $"{DeviceNames.IdOf(device)} {device.Group.Id} ";

    private static ChangeReader Reader(Snapshot newest, SnapshotMark since, int count) =>
        new(newest, newest == Newest ? Source : new ChangeSource(newest, ContractEdition.Edition2026), since, count, ContractEdition.Edition2026, CancellationToken.None);

    private static List<(PlainChange Change, DateTimeOffset At, int Window)> RowsSince(Snapshot newest, SnapshotMark since) =>
    [
        .. Texts(Reader(newest, since, int.MaxValue)).Select(text => JsonElement.Parse(text)).Select(row =>
        {
            var at = DateTimeOffset.Parse(row.GetProperty("eventTimestamp").GetString()!, CultureInfo.InvariantCulture);
            return (PlainChange.Of(row), at, (newest.Mark.At.Seconds - Moment.Of(at).Seconds) / SnapshotMark.Interval);
        }),
    ];

    private static List<string> Texts(RowReader reader)
    {
        using var all = new MemoryStream();
        var destination = new byte[64 * 1024];
        all.WriteByte((byte)'[');
        while (!reader.IsAtEnd)
            all.Write(destination, 0, reader.Fill(destination));
        all.WriteByte((byte)']');
        return [.. JsonElement.Parse(all.ToArray()).EnumerateArray().Select(row => row.GetRawText())];
    }
}
