using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Inventory;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Assessments.Inventory;

/// <summary>What the fast path renders.</summary>
internal static class InventoryText
{
    public static readonly SoftwareInventory Edition2021 = new(ContractEdition.Edition2021, FileCasing.Pascal);
    public static readonly SoftwareInventory Edition2026 = new(ContractEdition.Edition2026, FileCasing.Camel);

    /// <summary>All bytes of a slice, rendered into spans of some size.</summary>
    public static byte[] Of(Assessment assessment, Snapshot snapshot, RowDress dress, int first, int count, int span = 64 * 1024)
    {
        var reader = assessment.Read(snapshot, dress, first, count);
        using var all = new MemoryStream();
        var destination = new byte[span];
        while (!reader.IsAtEnd)
        {
            var written = reader.Fill(destination);
            written.ShouldBeInRange(1, span);
            all.Write(destination, 0, written);
        }

        reader.Fill(destination).ShouldBe(0);
        return all.ToArray();
    }

    /// <summary>All bytes of the stream.</summary>
    public static byte[] Of(Assessment assessment, Snapshot snapshot, RowDress dress) => Of(assessment, snapshot, dress, 0, int.MaxValue);
}
