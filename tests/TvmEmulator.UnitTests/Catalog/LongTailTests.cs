using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.UnitTests.Catalog;

public sealed class LongTailTests
{
    [Fact]
    public void Make_MoreProducts_LeavesTheEarlierOnesAndTheirBuckets()
    {
        var fewer = Make(500);
        var more = Make(600);

        more.Products.Take(500).Select(product => product.Id).ShouldBe(fewer.Products.Select(product => product.Id));
        for (var bucket = 0UL; bucket < 1 << 16; bucket++)
        {
            if (fewer.Draw(bucket << 32) is { } product)
                more.Draw(bucket << 32)!.Id.ShouldBe(product.Id);
        }
    }

    [Fact]
    public void Make_TakenId_IsNotUsedAgain()
    {
        var words = new WordPools(1);
        var first = LongTail.Make(PlatformFamily.Windows, 50, 16, 1, words, new HashSet<string>(StringComparer.Ordinal)).Products[0].Id;

        var others = LongTail.Make(PlatformFamily.Windows, 50, 16, 1, words, new HashSet<string>(StringComparer.Ordinal) { first }).Products.Select(product => product.Id).ToList();

        others.Where(id => id == first).ShouldBeEmpty();
        others.Distinct(StringComparer.Ordinal).Count().ShouldBe(50);
    }

    [Fact]
    public void Draw_EveryBucket_MeetsEveryProduct()
    {
        var tail = Samples.TenantOf(1, 1).Catalog.TailOf(PlatformFamily.Windows);

        var met = Enumerable.Range(0, 1 << 16).Select(bucket => tail.Draw((ulong)bucket << 32)).OfType<Product>().Distinct().Count();

        met.ShouldBe(tail.Products.Count);
    }

    [Fact]
    public void Draw_AnyHash_LooksAtTheUpperHalfOnly()
    {
        var tail = Samples.TenantOf(1, 1).Catalog.TailOf(PlatformFamily.Linux);
        var hash = StableHash.Mix(7);

        tail.Draw(hash ^ 0xFFFF).ShouldBe(tail.Draw(hash));
    }

    private static LongTail Make(int count) => LongTail.Make(PlatformFamily.Windows, count, 16, 1, new WordPools(1), new HashSet<string>(StringComparer.Ordinal));
}
