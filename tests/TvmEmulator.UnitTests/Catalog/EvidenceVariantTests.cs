using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Catalog;

public sealed class EvidenceVariantTests
{
    private static readonly Track Line = new("24H2", Share.Always, null, null, [new Moment(0)], ["26.1"], 0, null);

    [Theory]
    [InlineData(@"C:\a\b.exe", "26.1", @"C:\a\b.exe")]
    [InlineData(@"C:\a\{version}\{major}\{track}", "26.1", @"C:\a\26.1\26\24H2")]
    [InlineData(@"C:\{major}", "26", @"C:\26")]
    [InlineData(@"C:\{major}", "v26", @"C:\")]
    [InlineData(@"C:\{major}", "", @"C:\")]
    [InlineData(@"C:\Users\{user}\{version}", "26.1", @"C:\Users\{user}\26.1")]
    [InlineData(@"C:\{3ACDD9CA}\{other}", "26.1", @"C:\{3ACDD9CA}\{other}")]
    public void Paths_Template_IsFilledButForTheUser(string template, string version, string expected)
    {
        var variant = new EvidenceVariant(100, [template], [template, "fixed"]);

        variant.DiskPaths(Line, version).ShouldBe([expected]);
        variant.RegistryPaths(Line, version).ShouldBe([expected, "fixed"]);
    }
}
