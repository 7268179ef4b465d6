using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Installations;

public sealed class PatchLagTests
{
    private static readonly int[] Ordinary = [.. Enumerable.Range(0, 10_000).Select(i => PatchLag.Seconds(StableHash.Mix((ulong)i), 2))];

    [Fact]
    public void Seconds_ManyHashes_HaveAHeavyTail()
    {
        double Within(int days) => Ordinary.Count(lag => lag <= days * Moment.Day) * 100.0 / Ordinary.Length;

        Within(1).ShouldBeInRange(2, 10);
        Within(14).ShouldBeInRange(55, 70);
        Within(60).ShouldBeInRange(80, 92);
        Within(365).ShouldBeInRange(95, 98.5);
        Ordinary.Count(lag => lag == PatchLag.Never).ShouldBeInRange(10_000 / 64 / 2, 10_000 / 64 * 2);
    }

    [Fact]
    public void Seconds_TopBitsOfTheHash_AscendWithTheQuantile()
    {
        var lags = Enumerable.Range(0, 64).Select(quantile => PatchLag.Seconds((ulong)quantile << 58, 2)).ToList();

        lags.ShouldBe(lags.Order());
        lags[0].ShouldBe(6 * 3600);
        lags[^1].ShouldBe(PatchLag.Never);
    }

    [Fact]
    public void Seconds_Discipline_HalvesOrTriplesTheLag()
    {
        var hash = 17UL << 58 | 0x12345678;
        var usual = PatchLag.Seconds(hash, 2);

        PatchLag.Seconds(hash, 0).ShouldBe(usual / 2);
        PatchLag.Seconds(hash, 1).ShouldBe(usual * 3);
        PatchLag.Seconds(hash, 3).ShouldBe(usual);
        PatchLag.Seconds(hash, 4).ShouldBe(usual);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Seconds_WhoNeverPatches_IsHelpedByNoDiscipline(int discipline) => PatchLag.Seconds(ulong.MaxValue, (ulong)discipline).ShouldBe(PatchLag.Never);

    [Fact]
    public void Seconds_ManyHashes_ArePositiveAndSpreadOverTheHour()
    {
        Ordinary.ShouldAllBe(lag => lag > 0);
        Ordinary.Where(lag => lag != PatchLag.Never).Select(lag => lag % 3600 / 60).Distinct().Count().ShouldBe(60);
    }
}
