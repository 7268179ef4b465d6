using System.IO.Compression;
using System.Text;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.TenantData;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>A folder with files of an organization.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tvm-emulator-tests-");

    public string Name => _root.FullName;

    /// <summary>The organization that the files hold.</summary>
    public Tenant Tenant => new(TenantDataFolder.Read(Name));

    /// <summary>What is wrong with the files.</summary>
    public IReadOnlyList<string> Errors => Should.Throw<TenantDataException>(() => TenantDataFolder.Read(Name)).Errors;

    /// <summary>Writes a file; its name may have folders.</summary>
    public DataFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file; its name may have folders.</summary>
    public DataFolder With(string file, byte[] bytes)
    {
        var path = Path.Combine(Name, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>Writes the lines of every kind of rows of a snapshot.</summary>
    public DataFolder WithExportsOf(Snapshot snapshot)
    {
        foreach (var assessment in Assessment.All(new EmulatorOptions()))
            With($"{assessment.BlobKind}.json", InventoryText.Of(assessment, snapshot, RowDress.FileLine));
        return this;
    }

    /// <summary>A text as one gzip member.</summary>
    public static byte[] Gzip(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(text);
        return packed.ToArray();
    }

    public void Dispose() => _root.Delete(recursive: true);
}
