using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Catalog;

/// <summary>The catalog files hold what the rules rely on, up to 2036.</summary>
public sealed class ListedProductsTests
{
    private static readonly Moment Horizon = Moment.OfDate("2036-01-01");
    private static readonly ProductCatalog Catalog = Samples.TenantOf(1, 1).Catalog;
    private static readonly IReadOnlyList<Role> Roles = Samples.TenantOf(1, 1).Fleet.Roles;

    public static TheoryData<string> RoleNames => [.. Roles.Select(role => role.Name)];

    [Fact]
    public void Make_Files_HoldSomeHundredProducts() => Catalog.Listed.Count.ShouldBeGreaterThan(250);

    [Fact]
    public void Installs_EveryProduct_HasSharesOfKnownRoles()
    {
        var files = CatalogFiles.Products().ToList();

        files.Where(file => file.Installs.Any(role => role.Value is <= 0 or > 100 || Roles.All(known => known.Name != role.Key))).Select(NameOf).ShouldBeEmpty();
        files.Where(file => file.Installs.Count == 0 && !file.IsOperatingSystem).Select(NameOf).ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_EveryFamilyOfEveryProduct_AddsUpToAHundred() =>
        CatalogFiles.Products()
            .Where(file => file.Evidence.Values.Any(variants => variants.Sum(variant => variant.Share) != 100 || variants.Any(variant => variant.Share <= 0)))
            .Select(NameOf).ShouldBeEmpty();

    [Fact]
    public void Evidence_EveryProduct_CoversTheFamiliesThatItCanBeInstalledOn() =>
        Catalog.Listed
            .SelectMany(product => FamiliesOf(product).Where(family => product.VariantsOn(family).Count == 0).Select(family => $"{product.Id} on {family}"))
            .ShouldBeEmpty();

    [Fact]
    public void Names_EveryProduct_IsALowerCaseTokenWithoutASlash() =>
        Catalog.Products.SelectMany(product => new[] { product.Vendor, product.Name })
            .Where(token => token.Length == 0 || token.Contains('/', StringComparison.Ordinal) || token.Contains(' ', StringComparison.Ordinal) || token.Any(char.IsUpper))
            .ShouldBeEmpty();

    [Fact]
    public void Names_SomeVendorOrName_IsNotAscii() =>
        Catalog.Listed.ShouldContain(product => !System.Text.Ascii.IsValid(product.Vendor) || !System.Text.Ascii.IsValid(product.Name));

    [Fact]
    public void Tracks_EveryProduct_HasSharesAndStandsOldestFirst()
    {
        CatalogFiles.Products().Where(file => file.Tracks.Length == 0 || file.Tracks.Any(track => track.Share is <= 0 or > 100)).Select(NameOf).ShouldBeEmpty();
        CatalogFiles.Products().Where(file => file.Tracks.DistinctBy(track => track.Name, StringComparer.Ordinal).Count() != file.Tracks.Length).Select(NameOf).ShouldBeEmpty();
        Catalog.Listed.Where(product => product.Tracks.Zip(product.Tracks.Skip(1)).Any(pair => pair.First.Start > pair.Second.Start)).Select(product => product.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Tracks_EveryContinuation_HasACadence() =>
        CatalogFiles.Products().Where(file => file.Tracks.Any(track => track.Then is { Days: < 1 })).Select(NameOf).ShouldBeEmpty();

    [Fact]
    public void Tracks_EveryEndOfSupport_ComesAfterTheFirstRelease() =>
        Catalog.Listed.SelectMany(product => product.Tracks)
            .Where(track => track.EndOfSupport <= track.Start || track.Product.EndOfSupport <= track.Start)
            .Select(track => $"{track.Product.Id} {track.Name}").ShouldBeEmpty();

    [Fact]
    public void Tracks_EveryRelease_IsGreaterThanTheOneBefore() =>
        Catalog.Listed.SelectMany(product => product.Tracks)
            .SelectMany(track => VersionsOf(track).Zip(VersionsOf(track).Skip(1))
                .Where(pair => VersionOrder.Instance.Compare(pair.First, pair.Second) >= 0)
                .Take(1)
                .Select(pair => $"{track.Product.Id} {track.Name}: {pair.First} then {pair.Second}"))
            .ShouldBeEmpty();

    [Fact]
    public void Tracks_SideBySide_AscendFromTheLastReleaseOfOneToTheFirstOfTheNext() =>
        Catalog.Listed.Where(product => product.SideBySide)
            .SelectMany(product => product.Tracks.Zip(product.Tracks.Skip(1))
                .Where(pair => VersionsOf(pair.First).Any(version => VersionOrder.Instance.Compare(version, pair.Second.VersionOf(0)) >= 0))
                .Select(pair => $"{product.Id}: {pair.First.Name}, {pair.Second.Name}"))
            .ShouldBeEmpty();

    [Fact]
    public void Tracks_OneProduct_SharesNoVersionBetweenLines() =>
        Catalog.Products
            .SelectMany(product => product.Tracks.SelectMany(VersionsOf).CountBy(version => version, StringComparer.Ordinal).Where(version => version.Value > 1).Select(version => $"{product.Id} {version.Key}"))
            .ShouldBeEmpty();

    [Fact]
    public void Cves_EveryListedOne_IsFixedInAListedRelease() =>
        Catalog.Listed
            .SelectMany(product => product.ListedCves
                .Where(cve => !product.Tracks.Any(track => VersionsOf(track).Take(track.ListedReleases).Contains(cve.FixedIn, StringComparer.Ordinal)))
                .Select(cve => $"{product.Id} {cve.Id} {cve.FixedIn}"))
            .ShouldBeEmpty();

    [Fact]
    public void Cves_EveryListedOne_HasAnIdOnceAndAScore()
    {
        var cves = Catalog.Listed.SelectMany(product => product.ListedCves.Select(cve => (Product: product, Cve: cve))).ToList();

        cves.Count.ShouldBeGreaterThan(50);
        cves.Where(pair => !pair.Cve.Id.StartsWith("CVE-", StringComparison.Ordinal) || pair.Cve.CvssTenths is < 1 or > 100).Select(pair => pair.Cve.Id).ShouldBeEmpty();
        cves.CountBy(pair => (pair.Product, pair.Cve.Id, pair.Cve.FixedIn)).Where(pair => pair.Value > 1).Select(pair => pair.Key.Id).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RoleNames))]
    public void Installs_EveryPlatformOfARole_HasABaseSetThatNeverEnds(string name)
    {
        var role = Roles.Single(role => role.Name == name);
        foreach (var platform in role.Platforms)
        {
            var lasting = Catalog.Listed.Where(product =>
                IsOn(product, platform)
                && (product.IsOperatingSystem || (product.Installs.TryGetValue(name, out var share) && share.IsAlways))
                && product.EndOfSupport is null
                && product.Start < Moment.OfDate("2022-01-01")
                && (!product.SideBySide || product.Tracks.Any(track => track.Share.IsAlways)));

            lasting.Count().ShouldBeGreaterThanOrEqualTo(10, $"{name} on {platform}");
        }
    }

    private static IEnumerable<PlatformFamily> FamiliesOf(Product product) =>
        Roles.Where(role => product.IsOperatingSystem || product.Installs.ContainsKey(role.Name))
            .SelectMany(role => role.Platforms)
            .Where(platform => IsOn(product, platform))
            .Select(platform => platform.Family())
            .Distinct();

    private static bool IsOn(Product product, OsPlatform platform) => product.PlatformBits == 0 || (product.PlatformBits & (1u << (int)platform)) != 0;

    private static IEnumerable<string> VersionsOf(Track track) => Enumerable.Range(0, track.ReleaseAt(Horizon) + 1).Select(track.VersionOf);

    private static string NameOf(ProductFile file) => $"{file.Vendor}/{file.Name}";
}
