using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.UnitTests.Snapshots;

public sealed class ReleaseTableTests
{
    private static readonly ProductCatalog Catalog = Samples.TenantOf(1, 1).Catalog;

    public static TheoryData<string> Marks => ["2025-01-01/0200", Samples.DefaultMark, "2035-10-01/0800"];

    [Theory]
    [MemberData(nameof(Marks))]
    public void WeaknessesOf_EveryReleaseOfAnyLine_IsTheNaiveCount(string mark)
    {
        var moment = Samples.Mark(mark).At;
        var table = new ReleaseTable(Catalog, moment);
        var most = 0;
        foreach (var line in Catalog.Listed.SelectMany(product => product.Tracks).Concat(Catalog.Tracks.Where(line => line.Index % 25 == 0)))
        {
            var weaknesses = WeaknessTimeline.Of(line, moment).ToList();
            var (first, count) = table.Of(line);

            count.ShouldBe(line.ReleaseAt(moment) + 1);
            for (var release = 0; release < count; release++)
            {
                table.WeaknessesOf(first + release).ShouldBe(weaknesses.Count(weakness => weakness.Affects(release, moment)), $"{line.Product.Id} {line.Name} {release}");
                most = Math.Max(most, table.WeaknessesOf(first + release));
            }
        }

        most.ShouldBeGreaterThan(100);
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void OfLook_EveryLook_IsTheOneOfItsInstallation(string mark)
    {
        var table = new ReleaseTable(Catalog, Samples.Mark(mark).At);
        var (look, number) = (0, 0);
        foreach (var line in Catalog.Tracks)
        {
            for (var release = 0; release < table.Of(line).Count; release++, number++)
            {
                for (var variant = -1; variant < line.Product.Variants.Count; variant++, look++)
                {
                    var installation = new Installation(line.Index, release, variant, default);
                    if (table.LookOf(installation) != look || table.OfLook(look) != (line, release, variant) || table.NumberOf(installation) != number)
                        throw new InvalidOperationException($"look {look} of {line.Product.Id} {line.Name} {release} {variant}");
                }
            }
        }

        table.Looks.ShouldBe(look);
        table.Count.ShouldBe(number);
    }
}
