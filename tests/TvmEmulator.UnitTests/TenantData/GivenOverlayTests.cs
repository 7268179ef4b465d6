using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>An overlay on top of a given organization.</summary>
public sealed class GivenOverlayTests : IDisposable
{
    private const string Cve = "CVE-2022-29072";

    private static readonly SnapshotMark Mark = Samples.Mark(Samples.DefaultMark);
    private static readonly CveChange Change = new(Cve, Affects: [new AffectedSoftware("maker-_-7-zip")]);

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void With_ReachOfAGivenCve_SaysTheRestAsItsRowsDo()
    {
        var (before, after) = BeforeAndAfter(Change);

        (after.SeverityText, after.CvssTenths, after.Exploitability, after.Published).ShouldBe((before.SeverityText, before.CvssTenths, before.Exploitability, before.Published));
    }

    [Fact]
    public void With_PublicationOfAGivenCve_SaysTheRestAsItsRowsDo()
    {
        var (before, after) = BeforeAndAfter(Change with { Published = Samples.Utc("2023-04-05") });

        (after.SeverityText, after.CvssTenths, after.Published).ShouldBe((before.SeverityText, before.CvssTenths, Samples.At("2023-04-05")));
    }

    [Fact]
    public void With_SeverityOfAGivenCve_IsTheOverlays()
    {
        var (_, after) = BeforeAndAfter(Change with { Severity = Severity.Low });

        (after.SeverityText, after.CvssTenths).ShouldBe(("Low", 33));
    }

    private (Cve Before, Cve After) BeforeAndAfter(CveChange change)
    {
        var row = Rows.Vulnerability(Cve).With("vulnerabilitySeverityLevel", "Critical").With("cvssScore", 9.1).With("exploitabilityLevel", "ExploitIsVerified");
        var tenant = _folder.With("0.json", Rows.Lines(row)).Tenant;
        return (tenant.At(Mark).Cves.Find(Cve)!, tenant.With(new OverlayChanges(Cves: [change]), Mark).At(Mark).Cves.Find(Cve)!);
    }
}
