using System.Text.RegularExpressions;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Weaknesses;

public sealed partial class WeaknessTimelineTests
{
    private static readonly ProductCatalog Catalog = Samples.TenantOf(1, 1).Catalog;

    /// <summary>All lines that are listed, and some of the long tail.</summary>
    private static readonly List<Track> Lines = [.. Catalog.Listed.SelectMany(product => product.Tracks), .. Catalog.Tracks.Where(track => track.Index % 40 == 0)];

    public static TheoryData<string> Marks => ["2025-01-01/0200", Samples.DefaultMark, "2027-03-14/1400", "2035-10-01/0800"];

    [Theory]
    [MemberData(nameof(Marks))]
    public void Of_AnyLine_IsPublishedAndWellFormed(string mark)
    {
        var moment = Samples.Mark(mark).At;

        foreach (var weakness in Lines.SelectMany(line => WeaknessTimeline.Of(line, moment)))
        {
            (weakness.Published <= moment).ShouldBeTrue();
            weakness.Introduced.ShouldBeInRange(0, weakness.FixedBy);
            CveId().IsMatch(weakness.CveId).ShouldBeTrue(weakness.CveId);
        }
    }

    [Fact]
    public void Of_LaterMoment_OnlyAddsWhatWasPublishedSince()
    {
        var (before, after) = (Samples.At("2026-06-30T02:00:00Z"), Samples.At("2026-09-30T02:00:00Z"));
        var added = 0;
        foreach (var line in Lines)
        {
            var then = WeaknessTimeline.Of(line, before).ToList();
            var later = WeaknessTimeline.Of(line, after).ToList();

            later.Where(weakness => weakness.Published <= before).ShouldBe(then, ignoreOrder: true);
            added += later.Count - then.Count;
        }

        added.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Of_ListedCves_HaveTheirRealIdsAndDates()
    {
        var moment = Samples.At("2026-06-30T02:00:00Z");
        foreach (var product in Catalog.Listed.Where(product => product.ListedCves.Count > 0))
        {
            var known = product.Tracks.SelectMany(line => WeaknessTimeline.Of(line, moment)).ToLookup(weakness => weakness.CveId, StringComparer.Ordinal);

            foreach (var cve in product.ListedCves.Where(cve => cve.Published <= moment))
                known[cve.Id].ShouldContain(weakness => weakness.Published == cve.Published, $"{product.Id} {cve.Id}");
        }
    }

    [Fact]
    public void Of_ChromeOfFourYears_KnowsARealCve()
    {
        var chrome = Catalog.Find("Google-_-Chrome")!.Tracks[0];
        var moment = Samples.At("2026-06-30T02:00:00Z");
        var cve = WeaknessTimeline.Of(chrome, moment).Single(weakness => weakness.CveId == "CVE-2023-4863");

        cve.Published.ShouldBe(Samples.At("2023-09-11"));
        chrome.VersionOf(cve.FixedBy).ShouldBe("116.0.5845.187");
        cve.Affects(cve.FixedBy - 1, moment).ShouldBeTrue();
        cve.Affects(cve.FixedBy, moment).ShouldBeFalse();
        cve.Affects(0, cve.Published.Plus(-1)).ShouldBeFalse();
        cve.Affects(0, cve.Published).ShouldBeTrue();
    }

    [Fact]
    public void Of_LineThatHasEnded_StaysVulnerable()
    {
        var ended = Lines.Where(line => line.LastRelease is not null && line.Product.CvesPerThousandReleases >= 2000).ToList();
        var moment = Samples.At("2035-10-01T08:00:00Z");

        ended.ShouldNotBeEmpty();
        ended.ShouldAllBe(line => WeaknessTimeline.Of(line, moment).Any(weakness => weakness.Affects(line.LastRelease!.Value, moment)));
    }

    [Fact]
    public void Of_ProductWithoutCves_IsEmpty() =>
        Lines.Where(line => line.Product.CvesPerThousandReleases == 0 && line.Product.ListedCves.Count == 0)
            .SelectMany(line => WeaknessTimeline.Of(line, Samples.At("2035-10-01T08:00:00Z")))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(3, 7, 2, false)]
    [InlineData(3, 7, 3, true)]
    [InlineData(3, 7, 6, true)]
    [InlineData(3, 7, 7, false)]
    [InlineData(0, int.MaxValue, 1_000_000, true)]
    public void Affects_Release_LiesFromIntroducedToFixed(int introduced, int fixedBy, int release, bool affected) =>
        new Weakness(1, introduced, fixedBy, new Moment(100)).Affects(release, new Moment(100)).ShouldBe(affected);

    [GeneratedRegex(@"\ACVE-(19|20)\d\d-\d{4,7}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CveId();
}
