using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Overlays;

public sealed class CveChangeTests
{
    // The release before the one that fixes it.
    private static readonly string Vulnerable = BeforeFix("116.0.5845.187");

    private const string Chrome = "google-_-chrome", Real = "CVE-2023-4863", New = "CVE-2026-1";

    [Fact]
    public void With_NewCveOfAllVersions_IsOneMoreForEach()
    {
        var tenant = Overlaid.With(new CveChange(New, Affects: [new AffectedSoftware("Google-_-Chrome")]));

        WeaknessesOf(tenant).ShouldBe(WeaknessesOf(Overlaid.Tenant).Select(version => (version.Version, version.Weaknesses + 1)));
    }

    [Fact]
    public void With_NewCveOfOneVersion_IsOneMoreForIt()
    {
        var version = WeaknessesOf(Overlaid.Tenant)[0].Version;
        var tenant = Overlaid.With(new CveChange("cve-2026-1", Affects: [new AffectedSoftware(Chrome, [version, version]), new AffectedSoftware(Chrome, ["no such"])]));

        WeaknessesOf(tenant).ShouldBe(WeaknessesOf(Overlaid.Tenant).Select(known => (known.Version, known.Weaknesses + (known.Version == version ? 1 : 0))));
    }

    [Fact]
    public void With_CveRemoved_IsOneLessWhereItWas()
    {
        var old = new OverlayChanges(Installations: [new InstallationChange(Overlaid.Name, Chrome, Vulnerable)]);
        var tenant = Overlaid.Tenant.With(old, Overlaid.Mark);

        var without = tenant.With(new OverlayChanges(Cves: [new CveChange(Real.ToLowerInvariant(), Remove: true)]), Overlaid.Mark);

        Of(without, Vulnerable).ShouldBe(Of(tenant, Vulnerable) - 1);
    }

    [Fact]
    public void With_KnownCveOnOtherSoftware_LeavesWhereItWas()
    {
        var changes = new OverlayChanges(
            Installations: [new InstallationChange(Overlaid.Name, Chrome, Vulnerable), new InstallationChange(Overlaid.Name, "acme-_-anvil", "1.0")],
            Cves: [new CveChange(Real, Affects: [new AffectedSoftware("acme-_-anvil", ["1.0"])])]);
        var tenant = Overlaid.Tenant.With(changes, Overlaid.Mark);

        Of(tenant, Vulnerable).ShouldBe(Of(Overlaid.Tenant.With(changes with { Cves = null }, Overlaid.Mark), Vulnerable) - 1);
        tenant.At(Overlaid.Mark).Distribution(tenant.Catalog.Find("acme-_-anvil")!).ShouldBe([("1.0", 1, 1)]);
    }

    [Fact]
    public void With_VersionThatOnlyTheOverlayKnows_HasOnlyItsCves()
    {
        var changes = new OverlayChanges(
            Installations: [new InstallationChange(Overlaid.Name, Chrome, "116.own")],
            Cves: [new CveChange(New, Affects: [new AffectedSoftware(Chrome, ["116.own"])])]);

        Of(Overlaid.Tenant.With(changes, Overlaid.Mark), "116.own").ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-07-01/0800", 0)]
    [InlineData("2026-07-01/1400", 1)]
    public void With_PublishedLater_IsCountedFromThenOn(string mark, int weaknesses)
    {
        var changes = new OverlayChanges(
            Installations: [new InstallationChange(Overlaid.Name, "acme-_-anvil", "1.0")],
            Cves: [new CveChange(New, Published: Samples.Utc("2026-07-01T12:00:00Z"), Affects: [new AffectedSoftware("acme-_-anvil")])]);
        var snapshot = Overlaid.Tenant.With(changes, Overlaid.Mark).At(Samples.Mark(mark));

        snapshot.Distribution(snapshot.Tenant.Catalog.Find("acme-_-anvil")!).ShouldBe([("1.0", 1, weaknesses)]);
        snapshot.NewestCveOf(snapshot.Tenant.Catalog.Find("acme-_-anvil")!).ShouldBe(weaknesses == 0 ? null : New);
    }

    [Theory]
    [InlineData(null, null, null, null, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", Severity.High, 75)]
    [InlineData("Low", null, null, null, null, Severity.Low, 33)]
    [InlineData("Critical", null, null, null, null, Severity.Critical, 98)]
    [InlineData(null, 5.5, null, null, null, Severity.Medium, 55)]
    [InlineData("Low", 9.8, null, null, null, Severity.Low, 98)]
    [InlineData("Critical", null, "ExploitIsInKit", null, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", Severity.Critical, 75)]
    [InlineData(null, 7.5, null, "2026-01-02", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", Severity.High, 75)]
    public void With_SeverityOrScore_SaysItAtAllTimes(string? severity, double? score, string? exploitability, string? published, string? vector, Severity expected, int tenths)
    {
        var change = new CveChange(
            New,
            Published: published is null ? null : Samples.Utc(published),
            Affects: [new AffectedSoftware(Chrome)],
            Severity: severity is null ? null : Enum.Parse<Severity>(severity),
            CvssScore: (decimal?)score,
            CvssVector: vector,
            Exploitability: exploitability is null ? null : Enum.Parse<Exploitability>(exploitability));
        var tenant = Overlaid.With(change);

        foreach (var mark in new[] { Samples.DefaultMark, "2030-06-30/0200" })
        {
            var cve = tenant.At(Samples.Mark(mark)).Cves.Find(New).ShouldNotBeNull();
            (cve.Severity, cve.SeverityText, cve.CvssTenths, $"{cve.Exploitability}").ShouldBe((expected, $"{expected}", tenths, exploitability ?? "NoExploit"));
            cve.CvssVector.ShouldBe(vector ?? cve.CvssVector.ShouldNotBeNull());
            cve.Published.ShouldBe(Samples.At(published ?? "2000-01-01"));
        }
    }

    [Fact]
    public void With_OneIdTwice_IsAsTheLaterChangeSays()
    {
        var tenant = Overlaid.With(new CveChange(New, Affects: [new AffectedSoftware(Chrome)]), new CveChange(New, Remove: true));

        WeaknessesOf(tenant).ShouldBe(WeaknessesOf(Overlaid.Tenant));
    }

    private static List<(string Version, int Weaknesses)> WeaknessesOf(Tenant tenant) =>
        [.. tenant.At(Overlaid.Mark).Distribution(tenant.Catalog.Find(Chrome)!).Select(version => (version.Version, version.Weaknesses))];

    private static string BeforeFix(string version)
    {
        var line = Overlaid.Tenant.Catalog.Find(Chrome)!.Tracks[0];
        return line.VersionOf(Enumerable.Range(0, line.ListedReleases).Single(release => line.VersionOf(release) == version) - 1);
    }

    private static int Of(Tenant tenant, string version) => WeaknessesOf(tenant).Single(known => known.Version == version).Weaknesses;
}
