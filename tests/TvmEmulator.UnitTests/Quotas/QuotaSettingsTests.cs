using System.Collections.Immutable;
using System.Globalization;
using TvmEmulator.Configuration;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;

namespace TvmEmulator.UnitTests.Quotas;

public sealed class QuotaSettingsTests
{
    private static readonly ApiRoute Export = new("Export", RouteKind.Export, Permission: null, new QuotaLimits(5, 20));

    [Theory]
    [InlineData("1", 5, 20)]
    [InlineData("10", 50, 200)]
    [InlineData("0.5", 2, 10)]
    [InlineData("0.29", 1, 5)]
    [InlineData("0.01", 1, 1)]
    [InlineData("1000", 5000, 20_000)]
    public void LimitsOf_Factor_IsRoundedDownAndNeverBelowOne(string factor, int perMinute, int perHour) =>
        QuotaSettings.Of(new EmulatorOptions { QuotaFactor = decimal.Parse(factor, CultureInfo.InvariantCulture) }).LimitsOf(Export).ShouldBe(new QuotaLimits(perMinute, perHour));

    [Fact]
    public void LimitsOf_RouteWithLimitsOfItsOwn_IsNotTouchedByTheFactor()
    {
        var settings = new QuotaSettings(IsEnabled: true, 10, ImmutableDictionary<string, QuotaLimits>.Empty.Add("Export", new QuotaLimits(7, 8)));

        settings.LimitsOf(Export).ShouldBe(new QuotaLimits(7, 8));
    }

    [Fact]
    public void LimitsOf_Off_AreNone() => QuotaSettings.Of(new EmulatorOptions { QuotaFactor = null }).LimitsOf(Export).ShouldBeNull();

    [Fact]
    public void LimitsOf_RouteWithoutPublishedOnes_AreNone() => QuotaSettings.Published.LimitsOf(Export with { Quota = null }).ShouldBeNull();
}
