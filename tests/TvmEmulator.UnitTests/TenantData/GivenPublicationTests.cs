using FsCheck.Fluent;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class GivenPublicationTests : IDisposable
{
    private static readonly SnapshotMark Mark = Samples.Mark(Samples.DefaultMark);

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_AnyIdAndTime_IsInTheYearOfTheIdAndNotAfterTheTime()
    {
        var cases =
            from year in Gen.Choose(2000, 2067)
            from number in Gen.Choose(1000, 9_999_999)
            from seconds in Gen.Choose(0, int.MaxValue)
            from isKnown in Gen.Elements(true, false)
            select (Year: year, Id: $"CVE-{year}-{number}", FirstSeen: isKnown ? new Moment(seconds) : (Moment?)null);

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var published = GivenPublication.Of(given.Id, given.FirstSeen);
            var begin = Samples.At($"{given.Year}-01-01");
            return !(published > given.FirstSeen) && (given.FirstSeen < begin ? published == given.FirstSeen : published.Utc.Year == given.Year);
        }).Hold();
    }

    [Fact]
    public void Of_ManyIdsOfAYear_AreSpreadOverIt()
    {
        var months = Enumerable.Range(10_000, 500).Select(number => GivenPublication.Of($"CVE-2024-{number}", null).Utc.Month).CountBy(month => month).ToList();

        months.Count.ShouldBe(12);
        months.ShouldAllBe(month => month.Value < 100);
    }

    [Theory]
    [InlineData("TVM-2024-0003", "2024-05-06", "2024")]
    [InlineData("CVE-2024-3094", "2023-05-06", "2023")]
    [InlineData("CVE-1999-0001", "2023-05-06", "2023")]
    [InlineData("CVE-9999-0001", "2023-05-06", "2023")]
    [InlineData("something", "2023-05-06", "2023")]
    [InlineData("something", null, "2000")]
    public void Of_UnusualId_IsNotAfterTheTime(string cve, string? firstSeen, string year)
    {
        var seen = firstSeen is null ? (Moment?)null : Samples.At(firstSeen);

        var published = GivenPublication.Of(cve, seen);

        $"{published.Utc.Year}".ShouldBe(year);
        (published > seen).ShouldBeFalse();
    }

    [Fact]
    public void Cves_OfRowsThatNameAndCountThem_ArePublishedBeforeTheyAreSeen()
    {
        var snapshot = _folder
            .With("0.json", Rows.Lines(Rows.Inventory(weaknesses: 40), Rows.Inventory(weaknesses: 60, device: "d2").With("softwareFirstSeenTimestamp", "2016-01-02 03:04:05")))
            .With("1.json", Rows.Lines(
                Rows.Vulnerability("CVE-2024-3094").With("firstSeenTimestamp", "2024-02-01 00:00:00"),
                Rows.Vulnerability("CVE-2024-3094", device: "d2").With("firstSeenTimestamp", "2024-01-02 00:00:00")))
            .Tenant.At(Mark);

        snapshot.Cves.All.Count.ShouldBe(60);
        snapshot.Cves.Find("CVE-2024-3094")!.Published.ShouldBeInRange(Samples.At("2024-01-01"), Samples.At("2024-01-02"));
        snapshot.Cves.All.Where(cve => cve.Id != "CVE-2024-3094").ShouldAllBe(cve => cve.Published < Samples.At("2016-01-01") && cve.Id.StartsWith($"CVE-{cve.Published.Utc.Year}-", StringComparison.Ordinal));
    }

    [Fact]
    public void Cves_OfSoftwareThatHasAlwaysBeenThere_ArePublishedBefore()
    {
        var snapshot = _folder.With("0.json", Rows.Lines(Rows.Inventory(weaknesses: 20).With("softwareFirstSeenTimestamp", "1998-01-01 00:00:00"))).Tenant.At(Mark);

        snapshot.Cves.All.ShouldAllBe(cve => cve.Published <= Samples.At("2000-01-01"));
    }

    /// <summary>All marks have the same data, the CVEs that nobody names included.</summary>
    [Fact]
    public void Cves_OfRowsThatCountThem_NeverChange()
    {
        var tenant = _folder.With("0.json", Rows.Lines(Rows.Inventory(weaknesses: 60))).Tenant;

        var (early, late) = (tenant.At(SnapshotMark.Earliest).Cves.All, tenant.At(SnapshotMark.Latest).Cves.All);

        early.Count.ShouldBe(60);
        early.Select(cve => (cve.Id, cve.CvssTenths, cve.Exploitability, cve.Updated)).ShouldBe(late.Select(cve => (cve.Id, cve.CvssTenths, cve.Exploitability, cve.Updated)));
    }
}
