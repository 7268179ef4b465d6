using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.GatheredInformation;
using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.UnitTests.GatheredInformation;

public sealed class GatheredFactsRulesTests
{
    [Theory]
    [InlineData(1, Samples.DefaultMark)]
    [InlineData(5, "2025-01-01/0200")]
    [InlineData(9, "2030-01-01/0200")]
    public void Of_EveryDevice_AgreesWithInventoryAndConfigurations(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 200, mark);
        var versions = Samples.RowsOf(snapshot).Where(row => row.Product.Name.StartsWith("defender_", StringComparison.Ordinal)).ToLookup(row => row.Device.Key, row => row.Version);
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var device = snapshot.DeviceAt(place);
            var facts = GatheredFactsRules.Of(snapshot, device);
            var settings = new List<SecureConfigurationRow>();
            SecureConfigurationRules.Find(device, snapshot.Mark.At, settings);

            versions[device.Key].Contains(facts.AvPlatformVersion, StringComparer.Ordinal).ShouldBeTrue();
            (facts.AvMode is null).ShouldBe(device.Platform.Family() != PlatformFamily.Windows);
            (facts.EbpfStatus is null).ShouldBe(device.Platform.Family() != PlatformFamily.Linux);
            if (facts.IsAvEngineLoaded is false)
                settings.Single(row => row.Configuration.Id is "scid-5006" or "scid-6021").IsCompliant.ShouldBeFalse();
            if (facts.AvMode is not null)
                (facts.AvMode == "Active").ShouldBe(settings.Single(row => row.Configuration.Id == "scid-2001").IsApplicable);
        }
    }

    [Fact]
    public void Of_ADayLater_HasNewerSignatures()
    {
        var before = Samples.SnapshotOf(1, 1);
        var after = Samples.SnapshotOf(1, 1, "2026-07-01/0200");

        Build(GatheredFactsRules.Of(after, after.DeviceAt(0))).ShouldBeGreaterThan(Build(GatheredFactsRules.Of(before, before.DeviceAt(0))));
    }

    private static Version Build(GatheredFacts facts) => Version.Parse(facts.AvSignatureVersion!);
}
