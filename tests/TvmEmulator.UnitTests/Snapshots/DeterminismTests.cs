using System.Globalization;
using System.Security.Cryptography;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Vulnerabilities;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Snapshots;

/// <summary>Same inputs, same bytes.</summary>
public sealed class DeterminismTests
{
    /// <summary>Up to this size every byte is compared; above it the dataset hash, which is a matter of milliseconds.</summary>
    private const int Rendered = 100;

    public static TheoryData<long, int, string> Fleets => new()
    {
        { 1, 1, Samples.DefaultMark },
        { 2, 7, "2025-01-01/0200" },
        { -3, 100, "2035-10-01/0800" },
        { 1, 1000, Samples.DefaultMark },
        { 2, 1000, "2027-03-14/1400" },
    };

    [Fact]
    public void Rows_FiftyDevices_AreTheGoldenOnes() => HashOfRows(Samples.SnapshotOf(1, 50)).ShouldBe(GoldenHashes.RowsOfFiftyDevices);

    [Fact]
    public void Vulnerabilities_FiftyDevices_AreTheGoldenOnes() =>
        HashOfRows(Samples.SnapshotOf(1, 50), new SoftwareVulnerabilities(ContractEdition.Edition2021, FileCasing.Pascal)).ShouldBe(GoldenHashes.VulnerabilitiesOfFiftyDevices);

    [Fact]
    public void DatasetHash_ThousandDevices_IsTheGoldenOne() => Samples.SnapshotOf(1, 1000).DatasetHash.ShouldBe(GoldenHashes.DatasetOfThousandDevices);

    [Theory]
    [MemberData(nameof(Fleets))]
    public async Task At_CountedByManyThreadsAtOnce_GivesTheSame(long seed, int devices, string mark)
    {
        var alone = Samples.SnapshotOf(seed, devices, mark);

        var others = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => new Tenant(seed, devices).At(Samples.Mark(mark)))));

        foreach (var other in others)
        {
            other.DatasetHash.ShouldBe(alone.DatasetHash);
            foreach (var product in alone.Tenant.Catalog.Products)
                other.Distribution(other.Tenant.Catalog.Find(product.Id)!).ShouldBe(alone.Distribution(product));
        }

        if (devices <= Rendered)
            HashOfRows(others[0]).ShouldBe(HashOfRows(alone));
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void At_OddCulture_GivesTheSame(long seed, int devices, string mark)
    {
        var usual = Samples.SnapshotOf(seed, devices, mark);
        Snapshot odd;
        string oddMark, oddHash, oddRows;
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = OddCulture();
            odd = new Tenant(seed, devices).At(Samples.Mark(mark));
            oddMark = odd.Mark.ToString();
            oddHash = odd.DatasetHash;
            oddRows = devices <= Rendered ? HashOfRows(odd) : "";
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }

        oddMark.ShouldBe(mark);
        oddHash.ShouldBe(usual.DatasetHash);
        oddRows.ShouldBe(devices <= Rendered ? HashOfRows(usual) : "");
    }

    [Fact]
    public void DatasetHash_OtherSeedSizeOrMark_IsAnother()
    {
        string[] hashes =
        [
            Samples.SnapshotOf(1, 100).DatasetHash,
            Samples.SnapshotOf(2, 100).DatasetHash,
            Samples.SnapshotOf(1, 60).DatasetHash,
            Samples.SnapshotOf(1, 100, "2025-01-01/0200").DatasetHash,
        ];

        hashes.Distinct(StringComparer.Ordinal).Count().ShouldBe(hashes.Length);
    }

    /// <summary>Numbers and dates as nobody writes them. There is no ICU here, so the culture is made by hand.</summary>
    private static CultureInfo OddCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.DateSeparator = "|";
        culture.DateTimeFormat.TimeSeparator = "h";
        culture.DateTimeFormat.ShortDatePattern = "d.M.yy";
        culture.DateTimeFormat.LongTimePattern = "tt h-m";
        return culture;
    }

    private static string HashOfRows(Snapshot snapshot) => HashOfRows(snapshot, InventoryText.Edition2021);

    private static string HashOfRows(Snapshot snapshot, Assessment assessment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(InventoryText.Of(assessment, snapshot, RowDress.PageRow));
        hash.AppendData(InventoryText.Of(assessment, snapshot, RowDress.FileLine));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
