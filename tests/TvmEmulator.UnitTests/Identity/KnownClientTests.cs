using TvmEmulator.Identity;

namespace TvmEmulator.UnitTests.Identity;

public sealed class KnownClientTests
{
    [Theory]
    [InlineData("00:00:01")]
    [InlineData("1.00:00:00")]
    [InlineData(null)]
    public void New_LifetimeWithinLimits_IsKept(string? lifetime) =>
        New(lifetime).TokenLifetime.ShouldBe(lifetime is null ? null : TimeSpan.Parse(lifetime, null));

    [Theory]
    [InlineData("00:00:00.9999999")]
    [InlineData("1.00:00:00.0000001")]
    [InlineData("-00:01:00")]
    public void New_LifetimeOutsideThem_IsRefused(string lifetime) => Should.Throw<ArgumentOutOfRangeException>(() => New(lifetime));

    private static KnownClient New(string? lifetime) => new("my-app", null, [], lifetime is null ? null : TimeSpan.Parse(lifetime, null));
}
