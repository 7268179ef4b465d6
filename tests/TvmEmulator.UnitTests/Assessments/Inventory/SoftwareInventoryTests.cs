using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Assessments.Inventory;

public sealed class SoftwareInventoryTests
{
    private static readonly Snapshot Sixty = Samples.SnapshotOf(1, 60);
    private static readonly Lazy<PlainInventory> Oracle = new(() => new PlainInventory(Sixty));

    public enum Dress
    {
        Page2021,
        Page2026,
        PascalFile,
        CamelFile,
    }

    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 60, Samples.DefaultMark },
        { -3, 60, "2025-01-01/0200" },
        { 2, 60, "2035-10-01/0800" },
        { 7, 1, Samples.DefaultMark },
        { 2, 150, "2027-03-14/1400" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Read_WholeStream_IsWhatPlainObjectsGive(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var oracle = new PlainInventory(snapshot);

        foreach (var dress in Enum.GetValues<Dress>())
            ShouldEqual(Rendered(snapshot, dress, 0, snapshot.Inventory.Rows), Expected(oracle, dress, 0, oracle.Rows), $"{dress}");
    }

    [Fact]
    public void Read_AnySlice_IsThatSliceOfThePlainObjects() =>
        Prop.ForAll(Slices().ToArbitrary(), slice =>
            ShouldEqual(Rendered(Sixty, slice.Dress, slice.First, slice.Count, slice.Span), Expected(Oracle.Value, slice.Dress, slice.First, slice.Count), $"{slice}")).Hold(150);

    [Fact]
    public void Read_AnyCuts_JoinToTheWhole()
    {
        var rows = Sixty.Inventory.Rows;
        var whole = Rendered(Sixty, Dress.Page2021, 0, rows);
        Prop.ForAll(Gen.Choose(0, rows).ArrayOf(8).ToArbitrary(), cuts =>
        {
            int[] edges = [0, .. cuts.Order(), rows];
            var pieces = edges.Zip(edges.Skip(1), (from, to) => Rendered(Sixty, Dress.Page2021, from, to - from)).Where(piece => piece.Length > 0);
            ShouldEqual(string.Join(',', pieces), whole, string.Join(' ', edges));
        }).Hold(10);
    }

    [Fact]
    public void Read_PartFiles_JoinToTheWhole()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);
        var whole = InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.FileLine);

        using var joined = new MemoryStream();
        foreach (var file in InventoryText.Edition2021.FilesOf(snapshot))
            joined.Write(InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.FileLine, file.FirstRow, file.Rows));

        joined.ToArray().AsSpan().SequenceEqual(whole).ShouldBeTrue();
        whole.AsSpan().Count((byte)'\n').ShouldBe(snapshot.Inventory.Rows);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, 10)]
    public void Read_NothingToRead_IsAtItsEnd(int first, int count)
    {
        var reader = InventoryText.Edition2021.Read(Sixty, RowDress.PageRow, Math.Min(first, Sixty.Inventory.Rows), count);

        reader.IsAtEnd.ShouldBeTrue();
        reader.Fill(new byte[RowReader.MostRowBytes]).ShouldBe(0);
    }

    [Fact]
    public void Read_EveryRowOfAThousandDevices_FitsTheSmallestSpan()
    {
        var lines = InventoryText.Of(InventoryText.Edition2021, Samples.SnapshotOf(1, 1000), RowDress.FileLine);
        var longest = 0;
        for (var rest = lines.AsSpan(); rest.Length > 0;)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            longest = Math.Max(longest, end);
            rest = rest[end..];
        }

        longest.ShouldBeInRange(300, RowReader.MostRowBytes / 4);
    }

    /// <summary>Blocks of devices share slots of a small cache: 16,384 devices apart, one drives out the other.</summary>
    [Fact]
    public void Read_DevicesThatShareASlot_AreKeptApart()
    {
        const int Apart = 64 * 256;
        var snapshot = Samples.SnapshotOf(4, Apart + 200);
        foreach (var place in new[] { 0, Apart, 63, Apart + 63, 64, Apart + 199, 0 })
        {
            var first = snapshot.Inventory.FirstRowOf(place);
            var text = Rendered(snapshot, Dress.PascalFile, first, 1);

            text.ShouldStartWith($"{{\"DeviceId\":\"{TvmEmulator.Tenants.Devices.DeviceNames.IdOf(snapshot.DeviceAt(place))}\",");
            text.ShouldContain(FirstProductOf(snapshot, place));
        }
    }

    /// <summary>The user's name comes into a path while the row is copied, so room for it must be there beforehand.</summary>
    [Fact]
    public void Fill_SpanThatEndsWithinARow_RendersTheWholeRowsBeforeIt()
    {
        const int Before = 90;
        var lines = Oracle.Value.PascalLines(0, int.MaxValue).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var withUser = Enumerable.Range(Before, lines.Length - Before).Where(row => lines[row].Contains(@"C:\\Users\\", StringComparison.Ordinal)).Take(20).ToList();

        withUser.ShouldNotBeEmpty();
        foreach (var row in withUser)
        {
            var whole = Encoding.UTF8.GetBytes(string.Concat(lines[(row - Before)..(row + 1)].Select(line => line + "\n")));
            whole.Length.ShouldBeGreaterThan(RowReader.MostRowBytes);
            for (var missing = 0; missing < 40; missing++)
            {
                var span = new byte[whole.Length - missing];
                var written = InventoryText.Edition2021.Read(Sixty, RowDress.FileLine, row - Before, Before + 1).Fill(span);

                written.ShouldBeGreaterThan(whole.Length - RowReader.MostRowBytes);
                span.AsSpan(0, written).SequenceEqual(whole.AsSpan(0, written)).ShouldBeTrue();
                span[written - 1].ShouldBe((byte)'\n');
            }
        }
    }

    [Fact]
    public async Task Read_ManyReadersAtOnce_RenderTheSame()
    {
        // A snapshot of its own, so that bodies and blocks are rendered by racing threads.
        var snapshot = Samples.TenantOf(1, 100).At(Samples.Mark("2026-03-03/0800"));

        var texts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Rendered(snapshot, Dress.Page2021, 0, snapshot.Inventory.Rows))));

        texts.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public void Read_AllPageRows_AgreeWithTheDistributions()
    {
        var snapshot = Samples.SnapshotOf(1, 100);
        using var page = JsonDocument.Parse("[" + Rendered(snapshot, Dress.Page2021, 0, int.MaxValue) + "]");

        var rows = page.RootElement.EnumerateArray()
            .GroupBy(row => (Vendor: row.GetProperty("softwareVendor").GetString(), Name: row.GetProperty("softwareName").GetString()))
            .ToDictionary(
                product => $"{product.Key.Vendor}-_-{product.Key.Name}",
                product => product.GroupBy(row => row.GetProperty("softwareVersion").GetString()!, row => row.GetProperty("numberOfWeaknesses").GetInt32(), StringComparer.Ordinal)
                    .Select(version => (version.Key, version.Count(), version.Distinct().Single()))
                    .OrderBy(version => version.Key, StringComparer.Ordinal)
                    .ToList(),
                StringComparer.Ordinal);

        foreach (var product in snapshot.Tenant.Catalog.Products)
        {
            snapshot.Distribution(product).OrderBy(version => version.Version, StringComparer.Ordinal).ToList()
                .ShouldBe(rows.GetValueOrDefault(product.Id) ?? [], product.Id);
        }
    }

    private static string FirstProductOf(Snapshot snapshot, int place)
    {
        var found = new Installation[InstallationRules.MostPerDevice];
        snapshot.InstallationsOf(snapshot.DeviceAt(place), found).ShouldBeGreaterThan(0);
        var product = snapshot.Tenant.Catalog.Tracks[found[0].Track].Product;
        return $"\"SoftwareVendor\":\"{product.Vendor}\",\"SoftwareName\":\"{product.Name}\"";
    }

    private static Gen<(Dress Dress, int First, int Count, int Span)> Slices() =>
        from dress in Gen.Elements(Enum.GetValues<Dress>())
        from first in Gen.Choose(0, Sixty.Inventory.Rows)
        from count in Gen.Frequency((3, Gen.Choose(0, 200)), (2, Gen.Choose(0, Sixty.Inventory.Rows)), (1, Gen.Constant(int.MaxValue)))
        from span in Gen.Choose(32 * 1024, 256 * 1024)
        select (dress, first, count, span);

    private static string Rendered(Snapshot snapshot, Dress dress, int first, int count, int span = 64 * 1024) => Encoding.UTF8.GetString(InventoryText.Of(
        dress is Dress.Page2021 or Dress.PascalFile ? InventoryText.Edition2021 : InventoryText.Edition2026,
        snapshot,
        dress is Dress.Page2021 or Dress.Page2026 ? RowDress.PageRow : RowDress.FileLine,
        first,
        count,
        span));

    private static string Expected(PlainInventory oracle, Dress dress, int first, int count) => dress switch
    {
        Dress.Page2021 => oracle.PageRows2021(first, count),
        Dress.Page2026 => oracle.PageRows2026(first, count),
        Dress.PascalFile => oracle.PascalLines(first, count),
        _ => oracle.CamelLines(first, count),
    };

    /// <summary>Texts of megabytes: says where they part instead of printing them.</summary>
    private static void ShouldEqual(string actual, string expected, string what)
    {
        if (actual == expected)
            return;

        var at = actual.AsSpan().CommonPrefixLength(expected);
        $"{what} at {at}: {Around(actual, at)}".ShouldBe($"{what} at {at}: {Around(expected, at)}");
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
}
