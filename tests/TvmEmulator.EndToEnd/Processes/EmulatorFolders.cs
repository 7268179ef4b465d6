namespace TvmEmulator.EndToEnd.Processes;

/// <summary>Folders of one test: what its processes are started in, and their temp folder.</summary>
internal sealed class EmulatorFolders : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tvm-emulator-e2e-");

    /// <summary>Where the processes start, and look for their settings file.</summary>
    public string Work => _root.CreateSubdirectory("work").FullName;

    /// <summary>What TMPDIR says to them.</summary>
    public string Temp => _root.CreateSubdirectory("temp").FullName;

    /// <summary>A path that does not exist yet.</summary>
    public string New(string name) => Path.Combine(_root.FullName, name);

    public void Dispose() => _root.Delete(recursive: true);
}
