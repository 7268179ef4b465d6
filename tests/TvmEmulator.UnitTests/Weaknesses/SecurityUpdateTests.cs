using System.Globalization;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Weaknesses;

public sealed class SecurityUpdateTests
{
    private static readonly Moment Horizon = Moment.OfDate("2039-12-31");
    private static readonly ProductCatalog Catalog = Samples.TenantOf(1, 1).Catalog;

    [Fact]
    public void Of_AllReleases_HaveAnIdForEachProductAndDay()
    {
        var daysOfId = NumberedUpdatesOf(Catalog).GroupBy(update => update.Id!, update => (update.Track.Product.Id, update.Released), StringComparer.Ordinal).ToList();

        daysOfId.Count.ShouldBeGreaterThan(9_000);
        daysOfId.Where(days => days.Distinct().Count() > 1).Select(days => $"{days.Key}: {string.Join(", ", days.Distinct())}").ShouldBeEmpty();
    }

    [Fact]
    public void Of_LinesOfOneProductOnOneDay_ShareTheId() =>
        NumberedUpdatesOf(Catalog)
            .GroupBy(update => (update.Track.Product.Id, update.Released), update => update.Id, EqualityComparer<(string, Moment)>.Default)
            .Where(day => day.Distinct(StringComparer.Ordinal).Count() > 1)
            .ShouldBeEmpty();

    [Fact]
    public void Of_AnyRelease_HasAnIdAsLongAsTheRealOnes()
    {
        foreach (var update in NumberedUpdatesOf(Catalog).Where(update => update.Released < Moment.OfDate("2028-01-01")))
            update.Id!.ShouldMatch(update.Track.Product.Vendor == "microsoft" ? "^[1-9][0-9]{6}$" : "^USN-[1-9][0-9]{3}-[1-9]$", update.Track.Product.Id);
    }

    [Fact]
    public void Of_LaterMonth_HasAHigherNumber()
    {
        foreach (var updates in NumberedUpdatesOf(Catalog).GroupBy(update => update.Id![..1] == "U"))
        {
            var months = updates.GroupBy(update => (update.Released.Utc.Year, update.Released.Utc.Month), NumberOf).OrderBy(month => month.Key).ToList();
            months.Zip(months.Skip(1)).ShouldAllBe(pair => pair.First.Max() < pair.Second.Min());
        }
    }

    [Fact]
    public void Of_CatalogInAnotherOrder_HasTheSameIds()
    {
        var turned = ProductCatalog.Of(CatalogFiles.Products().Reverse().Select(ProductReader.Read));

        IdsOf(turned).ShouldBe(IdsOf(Catalog));
    }

    private static List<string> IdsOf(ProductCatalog catalog) =>
        [.. NumberedUpdatesOf(catalog).Select(update => $"{update.Track.Product.Id} {update.Track.Name} {update.Release} {update.Id}").Order(StringComparer.Ordinal)];

    private static int NumberOf(SecurityUpdate update) => int.Parse(update.Id!.Replace("USN-", "", StringComparison.Ordinal).Split('-')[0], CultureInfo.InvariantCulture);

    private static IEnumerable<SecurityUpdate> NumberedUpdatesOf(ProductCatalog catalog) =>
        from track in catalog.Listed.SelectMany(product => product.Tracks)
        from release in Enumerable.Range(0, track.ReleaseAt(Horizon) + 1)
        let update = SecurityUpdate.Of(track, release)
        where update.Id is not null
        select update;
}
