using System.Text;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Inventory;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>The export of an organization, given back, is the same organization.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly SnapshotMark Mark = Samples.Mark(Samples.DefaultMark);
    private static readonly SoftwareInventory Page2021 = new(ContractEdition.Edition2021, FileCasing.Pascal);
    private static readonly SoftwareInventory Page2026 = new(ContractEdition.Edition2026, FileCasing.Camel);

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 60, FileCasing.Pascal, Samples.DefaultMark)]
    [InlineData(2, 150, FileCasing.Camel, Samples.DefaultMark)]
    [InlineData(-3, 60, FileCasing.Camel, "2025-01-01/0200")]
    [InlineData(7, 1, FileCasing.Pascal, "2035-10-01/0800")]
    [InlineData(8, 400, FileCasing.Pascal, "2027-03-14/1400")]
    public void Read_FilesOfAGeneratedTenant_GivesTheSameRowsByteForByte(long seed, int devices, FileCasing casing, string mark)
    {
        var generated = Samples.SnapshotOf(seed, devices, mark);
        _folder.With("part-0.json", InventoryText.Of(new SoftwareInventory(ContractEdition.Edition2021, casing), generated, RowDress.FileLine));

        var given = _folder.Tenant.At(Mark);

        foreach (var dress in Enum.GetValues<RowDress>())
        {
            Text(Page2021, given, dress).ShouldBe(Text(Page2021, generated, dress));
            Text(Page2026, given, dress).ShouldBe(Text(Page2026, generated, dress));
        }

        given.InventoryFiles.ShouldBe(generated.InventoryFiles);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 150)]
    public void Read_FilesOfAGeneratedTenant_GivesTheSameDistributions(long seed, int devices)
    {
        var generated = Samples.SnapshotOf(seed, devices);
        _folder.With("part-0.json", InventoryText.Of(Page2021, generated, RowDress.FileLine));

        var given = _folder.Tenant.At(Mark);

        var installed = generated.Tenant.Catalog.Products.Where(product => generated.VersionsOf(product) > 0).ToList();
        given.Tenant.Catalog.Products.Select(product => product.Id).ShouldBe(installed.Select(product => product.Id));
        foreach (var product in installed)
        {
            var same = given.Tenant.Catalog.Find(product.Id)!;
            given.Distribution(same).ShouldBe(generated.Distribution(product));
            given.VersionsOf(same).ShouldBe(generated.VersionsOf(product));
        }
    }

    [Fact]
    public void Read_ADeviceInManyPages_IsOneDevice()
    {
        var generated = Samples.SnapshotOf(1, 60);
        for (var page = 0; page * 500 < generated.Inventory.Rows; page++)
        {
            var rows = Encoding.UTF8.GetString(InventoryText.Of(Page2026, generated, RowDress.PageRow, page * 500, 500));
            _folder.With($"page-{page:D2}.json", $"{{\"@odata.context\":\"x\",\"value\":[{rows}],\"@odata.nextLink\":\"y\"}}");
        }

        var given = _folder.Tenant.At(Mark);

        Text(Page2026, given, RowDress.PageRow).ShouldBe(Text(Page2026, generated, RowDress.PageRow));
    }

    [Fact]
    public void At_LaterMark_HasTheSameRows()
    {
        _folder.With("part-0.json", InventoryText.Of(Page2021, Samples.SnapshotOf(1, 60), RowDress.FileLine));
        var tenant = _folder.Tenant;

        Text(Page2021, tenant.At(Mark.Next), RowDress.FileLine).ShouldBe(Text(Page2021, tenant.At(Mark), RowDress.FileLine));
    }

    [Fact]
    public void DatasetHash_OtherRows_IsAnother()
    {
        var text = Text(Page2021, Samples.SnapshotOf(1, 3), RowDress.FileLine);
        var one = _folder.With("part-0.json", text).Tenant.At(Mark).DatasetHash;

        // As many devices, rows and installations of each version as before.
        var other = _folder.With("part-0.json", text.Replace("\"DeviceName\":\"", "\"DeviceName\":\"x", StringComparison.Ordinal)).Tenant.At(Mark).DatasetHash;

        other.ShouldNotBe(one, StringComparer.Ordinal);
    }

    private static string Text(SoftwareInventory inventory, Snapshot snapshot, RowDress dress) => Encoding.UTF8.GetString(InventoryText.Of(inventory, snapshot, dress));
}
