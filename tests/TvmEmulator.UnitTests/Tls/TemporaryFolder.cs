namespace TvmEmulator.UnitTests.Tls;

/// <summary>A folder of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tvm-emulator-tests-");

    public string Name => _root.FullName;

    public string this[string file] => System.IO.Path.Combine(Name, file);

    /// <summary>Writes a file and answers its path.</summary>
    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    /// <summary>Writes a file and answers its path.</summary>
    public string Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(this[file], bytes);
        return this[file];
    }

    public void Dispose() => _root.Delete(recursive: true);
}
