using System.Text;
using System.Text.Json.Nodes;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.Findings;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.UnitTests.Assessments.Inventory;
using TvmEmulator.UnitTests.Assessments.Rows;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>Recommendations, scores, tasks, baselines and permissions follow from the files alone.</summary>
public sealed class GivenFindingsTests : IDisposable
{
    private static readonly SnapshotMark Mark = Samples.Mark(Samples.DefaultMark);

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recommendations_NoFileOfConfigurations_AreOfSoftwareAlone()
    {
        var findings = _folder.With("0.json", Rows.Lines(Rows.Inventory(weaknesses: 2))).Tenant.At(Mark).Findings;

        (await findings.RecommendationsAsync()).All.Select(recommendation => recommendation.Id).ShouldBe(["va-_-maker-_-7-zip"]);
        (await findings.ConfigurationScoreAsync()).Score.ShouldBe(100);
    }

    [Fact]
    public void Tenant_NoOtherFiles_HasNoBaselinesAndNoPermissions()
    {
        var tenant = _folder.With("0.json", Rows.Lines(Rows.Inventory())).Tenant;

        tenant.Benchmark.Settings.ShouldBeEmpty();
        tenant.Benchmark.Profiles.ShouldBeEmpty();
        tenant.BrowserPermissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task RemediationTasks_OfManyExposedDevices_AreNone()
    {
        var tenant = _folder.WithExportsOf(Samples.SnapshotOf(3, 40)).Tenant;

        (await tenant.At(Mark).Findings.RemediationTasksAsync(CancellationToken.None)).All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    public async Task Recommendations_ConfigurationsOfAGeneratedTenant_AreTheSame(long seed, int devices)
    {
        var generated = Samples.SnapshotOf(seed, devices);
        var given = _folder.WithExportsOf(generated).Tenant.At(Mark);

        (await ConfigurationsAsync(given)).ShouldBe(await ConfigurationsAsync(generated));
        (await given.Findings.ConfigurationScoreAsync()).Score.ShouldBe((await generated.Findings.ConfigurationScoreAsync()).Score);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    public async Task Baselines_OfAGeneratedTenant_AreTheSame(long seed, int devices)
    {
        var generated = Samples.SnapshotOf(seed, devices);
        var given = _folder.WithExportsOf(generated).Tenant.At(Mark);

        // Rows name a profile only where a device is assessed by it.
        (await BaselinesAsync(given)).ShouldBe((await BaselinesAsync(generated)).Where(profile => profile.Total > 0));
        given.Tenant.Benchmark.Settings.ShouldBe(Benchmark.Current.Settings.Where(given.Tenant.Benchmark.Profiles.SelectMany(profile => profile.Settings).Contains));
    }

    [Fact]
    public void BrowserPermissions_OfAGeneratedTenant_AreThoseOfItsRows()
    {
        var generated = Samples.SnapshotOf(3, 40);
        var rows = JsonNode.Parse($"[{Text(PlainKinds.All["BrowserExtensions"].Edition2026, generated, RowDress.PageRow)}]")!.AsArray();
        var asked = rows.SelectMany(row => row!["permissions"]!.AsArray()).Select(permission => $"{permission!["id"]}").ToHashSet(StringComparer.Ordinal);

        var permissions = _folder.WithExportsOf(generated).Tenant.BrowserPermissions;

        permissions.ShouldBe(generated.Tenant.BrowserPermissions.Where(permission => asked.Contains(permission.Key)));
    }

    [Fact]
    public async Task Recommendations_ConfigurationOfNoCatalog_IsWhatItsRowsSay()
    {
        var snapshot = _folder
            .With("0.json", Rows.Lines(Rows.Inventory(device: "d1"), Rows.Inventory(device: "d2"), Rows.Inventory(device: "d3")))
            .With("1.json", Rows.Lines(Setting("d1", isCompliant: false), Setting("d2", isCompliant: true), Setting("d3", isCompliant: false).With("isApplicable", false)))
            .Tenant.At(Mark);

        var recommendation = (await snapshot.Findings.RecommendationsAsync()).All.ShouldHaveSingleItem();

        (recommendation.Id, recommendation.Name, recommendation.TotalMachines, recommendation.ExposedMachines, recommendation.ConfigurationImpact)
            .ShouldBe(("sca-_-own-1", "Lock the oven", 2, 1, 50));
        var configuration = recommendation.Configuration.ShouldNotBeNull();
        (configuration.Category, configuration.Component, configuration.Impact, configuration.HasUserImpact).ShouldBe(("OS", "Doors", 8, true));
    }

    [Fact]
    public async Task Baselines_ProfileOfNoCatalog_HasWhatItsRowsSay()
    {
        var tenant = _folder
            .With("0.json", Rows.Lines(Rows.Inventory(device: "d1"), Rows.Inventory(device: "d2")))
            .With("1.json", Rows.Lines(Compliance("d1", "1.1.1", true), Compliance("d1", "9.9", null), Compliance("d2", "1.1.1", false)))
            .Tenant;

        var profile = tenant.Benchmark.Profiles.ShouldHaveSingleItem();
        var totals = await tenant.At(Mark).Findings.BaselinesAsync();

        (profile.Id, profile.BenchmarkName, profile.CreatedOn, totals.PassedOf(profile), totals.TotalOf(profile)).ShouldBe(("ours", "", null, 1, 2));
        profile.Settings.Select(setting => (setting.Id, setting.RecommendedValue[0])).ShouldBe([("1.1.1", "on"), ("9.9", "on")]);
    }

    [Fact]
    public async Task Recommendations_IdsThatDifferInLetterCase_AreTheFirstOne()
    {
        var snapshot = _folder
            .With("0.json", Rows.Lines(Rows.Inventory()))
            .With("1.json", Rows.Lines(Setting(Rows.Device, isCompliant: false), Setting(Rows.Device, isCompliant: false).With("configurationId", "OWN-1")))
            .Tenant.At(Mark);

        (await snapshot.Findings.RecommendationsAsync()).All.Select(recommendation => (recommendation.Id, recommendation.ExposedMachines)).ShouldBe([("sca-_-own-1", 1)]);
    }

    private static JsonObject Setting(string device, bool isCompliant) => new()
    {
        ["deviceId"] = device,
        ["configurationId"] = "own-1",
        ["configurationName"] = "Lock the oven",
        ["configurationCategory"] = "OS",
        ["configurationSubcategory"] = "Doors",
        ["configurationImpact"] = 8.0,
        ["isExpectedUserImpact"] = true,
        ["isApplicable"] = true,
        ["isCompliant"] = isCompliant,
    };

    private static JsonObject Compliance(string device, string setting, bool? isCompliant) => new()
    {
        ["deviceId"] = device,
        ["profileId"] = "ours",
        ["configurationId"] = setting,
        ["isApplicable"] = isCompliant is not null,
        ["isCompliant"] = isCompliant,
        ["recommendedValue"] = new JsonArray("on"),
    };

    private static async Task<List<(string, string, int, int, decimal)>> ConfigurationsAsync(Snapshot snapshot) =>
    [
        .. (await snapshot.Findings.RecommendationsAsync()).All
            .Where(recommendation => recommendation.RemediationType == RemediationType.ConfigurationChange)
            .Select(found => (found.Id, found.Name, found.TotalMachines, found.ExposedMachines, found.ConfigurationImpact)),
    ];

    private static async Task<List<(string Id, string Name, int Settings, int Passed, int Total)>> BaselinesAsync(Snapshot snapshot)
    {
        var totals = await snapshot.Findings.BaselinesAsync();
        return [.. snapshot.Tenant.Benchmark.Profiles.Select(profile => (profile.Id, profile.Name, profile.Settings.Count, totals.PassedOf(profile), totals.TotalOf(profile)))];
    }

    private static string Text(Assessment assessment, Snapshot snapshot, RowDress dress) => Encoding.UTF8.GetString(InventoryText.Of(assessment, snapshot, dress));
}
