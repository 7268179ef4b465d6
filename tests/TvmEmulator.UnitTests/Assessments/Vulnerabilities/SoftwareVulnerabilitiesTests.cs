using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Vulnerabilities;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Assessments.Vulnerabilities;

public sealed class SoftwareVulnerabilitiesTests
{
    private static readonly SoftwareVulnerabilities Edition2021 = new(ContractEdition.Edition2021, FileCasing.Pascal);
    private static readonly SoftwareVulnerabilities Edition2026 = new(ContractEdition.Edition2026, FileCasing.Camel);

    private static readonly Snapshot Thirty = Samples.SnapshotOf(1, 30);
    private static readonly Lazy<PlainVulnerabilities> Oracle = new(() => new PlainVulnerabilities(Thirty));

    public enum Dress
    {
        Page2021,
        Page2026,
        PascalFile,
        CamelFile,
    }

    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 30, Samples.DefaultMark },
        { -3, 30, "2025-01-01/0200" },
        { 2, 4, "2035-10-01/0800" },
        { 7, 1, Samples.DefaultMark },
        { 2, 60, "2027-03-14/1400" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Read_WholeStream_IsWhatPlainObjectsGive(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);
        var oracle = new PlainVulnerabilities(snapshot);

        snapshot.Vulnerabilities.Rows.ShouldBe(oracle.Rows.Count);
        foreach (var dress in Enum.GetValues<Dress>())
            ShouldEqual(Rendered(snapshot, dress, 0, int.MaxValue), Expected(oracle, dress, 0, int.MaxValue), $"{dress}");
    }

    [Fact]
    public void Read_AnyOverlay_IsWhatPlainObjectsGive() => Prop.ForAll(RandomOverlays.For(Thirty).ToArbitrary(), changes =>
    {
        var snapshot = Thirty.Tenant.With(changes, Thirty.Mark).At(Thirty.Mark);
        var oracle = new PlainVulnerabilities(snapshot);

        snapshot.Vulnerabilities.Rows.ShouldBe(oracle.Rows.Count);
        ShouldEqual(Rendered(snapshot, Dress.Page2026, 0, int.MaxValue), Expected(oracle, Dress.Page2026, 0, int.MaxValue), $"{changes}");
    }).Hold(5);

    [Fact]
    public void Read_AnySlice_IsThatSliceOfThePlainObjects() =>
        Prop.ForAll(Slices().ToArbitrary(), slice =>
            ShouldEqual(Rendered(Thirty, slice.Dress, slice.First, slice.Count, slice.Span), Expected(Oracle.Value, slice.Dress, slice.First, slice.Count), $"{slice}")).Hold(80);

    [Fact]
    public void Read_PartFiles_JoinToTheWhole()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);
        var whole = InventoryText.Of(Edition2021, snapshot, RowDress.FileLine);

        using var joined = new MemoryStream();
        foreach (var file in Edition2021.FilesOf(snapshot))
        {
            file.Rows.ShouldBeInRange(1, PartFile.MostRows);
            joined.Write(InventoryText.Of(Edition2021, snapshot, RowDress.FileLine, file.FirstRow, file.Rows));
        }

        joined.ToArray().AsSpan().SequenceEqual(whole).ShouldBeTrue();
        whole.AsSpan().Count((byte)'\n').ShouldBe(snapshot.Vulnerabilities.Rows);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Vulnerabilities_AnyFleet_AreOneRowForEachWeaknessAndOneForSoftwareWithout(long seed, int devices, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, devices, mark);

        snapshot.Vulnerabilities.Rows.ShouldBe(Samples.RowsOf(snapshot).Sum(row => Math.Max(1, row.Weaknesses)));
        snapshot.VulnerabilityFiles.Sum(file => file.Rows).ShouldBe(snapshot.Vulnerabilities.Rows);
    }

    /// <summary>With this, <see cref="Read_WholeStream_IsWhatPlainObjectsGive"/> says the same of the fast path.</summary>
    [Theory]
    [MemberData(nameof(Fleets))]
    public void PlainRows_OfADevice_HaveOneLastSeenAndNoLaterFirstSeen(long seed, int devices, string mark)
    {
        foreach (var rows in new PlainVulnerabilities(Samples.SnapshotOf(seed, devices, mark)).Rows.GroupBy(row => row.DeviceId, StringComparer.Ordinal))
        {
            rows.DistinctBy(row => row.LastSeen, StringComparer.Ordinal).ShouldHaveSingleItem();
            rows.Where(row => string.CompareOrdinal(row.FirstSeen, row.LastSeen) > 0).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Read_LongestTexts_FitIntoARow()
    {
        // Quotes take two bytes, these letters three.
        var wide = new string('語', OverlayLimits.MostCharacters / 2 - 4);
        var path = new string('語', 120);
        var device = new DeviceChange(new string('語', OverlayLimits.MostCharacters), Group: new string('群', OverlayLimits.MostCharacters), OsPlatform: "Linux");
        var software = $"{wide}-_-{wide}";
        var installation = new InstallationChange(device.Device, software, new string('版', OverlayLimits.MostCharacters), DiskPaths: [.. Enumerable.Repeat(path, 8)], RegistryPaths: [.. Enumerable.Repeat(path, 8)]);
        var cve = new CveChange(new string('C', OverlayLimits.MostCveIdCharacters), Affects: [new AffectedSoftware(software)]);
        var snapshot = Thirty.Tenant.With(new OverlayChanges([device], [installation], [cve]), Thirty.Mark).At(Thirty.Mark);

        foreach (var dress in Enum.GetValues<Dress>())
            Rendered(snapshot, dress, 0, int.MaxValue, RowReader.MostRowBytes).ShouldContain(installation.Version!);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, 10)]
    public void Read_NothingToRead_IsAtItsEnd(int first, int count)
    {
        var reader = Edition2021.Read(Thirty, RowDress.PageRow, Math.Min(first, Thirty.Vulnerabilities.Rows), count);

        reader.IsAtEnd.ShouldBeTrue();
        reader.Fill(new byte[RowReader.MostRowBytes]).ShouldBe(0);
    }

    private static Gen<(Dress Dress, int First, int Count, int Span)> Slices() =>
        from dress in Gen.Elements(Enum.GetValues<Dress>())
        from first in Gen.Choose(0, Thirty.Vulnerabilities.Rows)
        from count in Gen.Frequency((3, Gen.Choose(0, 200)), (1, Gen.Choose(0, Thirty.Vulnerabilities.Rows)), (1, Gen.Constant(int.MaxValue)))
        from span in Gen.Choose(32 * 1024, 256 * 1024)
        select (dress, first, count, span);

    private static string Rendered(Snapshot snapshot, Dress dress, int first, int count, int span = 64 * 1024) => Encoding.UTF8.GetString(InventoryText.Of(
        dress is Dress.Page2021 or Dress.PascalFile ? Edition2021 : Edition2026,
        snapshot,
        dress is Dress.Page2021 or Dress.Page2026 ? RowDress.PageRow : RowDress.FileLine,
        first,
        count,
        span));

    private static string Expected(PlainVulnerabilities oracle, Dress dress, int first, int count) => dress switch
    {
        Dress.Page2021 => oracle.Page2021(first, count),
        Dress.Page2026 => oracle.Page2026(first, count),
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

    private static string Around(string text, int at) => text[Math.Max(0, at - 400)..Math.Min(text.Length, at + 300)];
}
