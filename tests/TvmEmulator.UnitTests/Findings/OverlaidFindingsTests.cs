using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.UnitTests.Overlays;

namespace TvmEmulator.UnitTests.Findings;

/// <summary>What somebody adds by an overlay is found like everything else.</summary>
public sealed class OverlaidFindingsTests
{
    private const string Cve = "CVE-2026-12345";

    [Fact]
    public async Task Recommendations_NewProductWithACve_AskForItsUpdate()
    {
        var snapshot = Overlaid.Tenant.With(
            new OverlayChanges(
                Installations: [new InstallationChange(Overlaid.Name, "acme-_-rocket_launcher", "1.0")],
                Cves: [new CveChange(Cve, Affects: [new AffectedSoftware("acme-_-rocket_launcher")])]),
            Overlaid.Mark).At(Overlaid.Mark);

        var table = await snapshot.Findings.RecommendationsAsync();

        var recommendation = table.Find("va-_-acme-_-rocket_launcher").ShouldNotBeNull();
        (recommendation.Name, recommendation.Weaknesses, recommendation.ExposedMachines, recommendation.HasUnpatchableCve)
            .ShouldBe(("Update Rocket Launcher", 1, 1, true));
        table.PlacesOf(recommendation, CancellationToken.None).Select(place => Overlaid.NameOf(snapshot.DeviceAt(place))).ShouldBe([Overlaid.Name]);
        snapshot.PlacesExposedTo(snapshot.Cves.Find(Cve).ShouldNotBeNull(), CancellationToken.None).ShouldBe(table.PlacesOf(recommendation, CancellationToken.None));
    }

    [Fact]
    public async Task Recommendations_EveryCveIsTakenAway_AreOfConfigurationsAlone()
    {
        var cves = Overlaid.Generated.Cves.All.Where(cve => Overlaid.Generated.Cves.ExposedMachinesOf(cve) > 0).Select(cve => new CveChange(cve.Id, Remove: true));
        var snapshot = Overlaid.With([.. cves]).At(Overlaid.Mark);

        (await snapshot.Findings.RecommendationsAsync()).All.ShouldAllBe(recommendation => recommendation.Configuration != null);
        (await snapshot.Findings.ExposureAsync()).Score.ShouldBe(0);
        (await snapshot.Findings.CveRowsAsync()).Count.ShouldBe(0);
    }
}
