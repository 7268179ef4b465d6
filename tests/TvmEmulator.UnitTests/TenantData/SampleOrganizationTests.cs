using TvmEmulator.TenantData;
using TvmEmulator.Tenants;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>The organization that the documents speak of.</summary>
public sealed class SampleOrganizationTests
{
    /// <summary>Its folder in the repository.</summary>
    public static string Folder { get; } = Find();

    [Fact]
    public void Read_Sample_IsWhatTheDocumentsSay()
    {
        var given = TenantDataFolder.Read(Folder);

        given.Counts.ShouldBe(new(Devices: 3, InventoryRows: 4, VulnerabilityRows: 2, RepeatedRows: 0, UnnamedWeaknesses: 5, UncountedWeaknesses: 0, InventoryFollows: 1, DevicesWithoutInventory: 0, OtherRows: 2));
        GivenNotes.Of(given).Count().ShouldBe(2);
        new Tenant(given).At(Samples.Mark(Samples.DefaultMark)).Inventory.Rows.ShouldBe(5);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TvmEmulator.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "fixtures", "organizations", "bakery");
    }
}
