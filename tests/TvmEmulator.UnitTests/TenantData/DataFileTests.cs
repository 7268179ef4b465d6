using System.Diagnostics;
using TvmEmulator.TenantData;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class DataFileTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_LinksInTheFolder_LeavesThemOut()
    {
        using var other = new DataFolder().With("rows.json", "{}");
        _folder.With("own/rows.json", "{}");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Name, "own", "loop"), _folder.Name);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Name, "other"), other.Name);
        File.CreateSymbolicLink(Path.Combine(_folder.Name, "link.json"), Path.Combine(other.Name, "rows.json"));

        DataFile.In(_folder.Name).Select(file => file.Name).ShouldBe(["own/rows.json"]);
    }

    [Fact]
    public void In_FolderThatIsALink_IsRead()
    {
        _folder.With("own/rows.json", "{}");
        var link = Path.Combine(_folder.Name, "link");
        Directory.CreateSymbolicLink(link, Path.Combine(_folder.Name, "own"));

        DataFile.In(link).ShouldHaveSingleItem().Name.ShouldBe("rows.json");
    }

    [Theory]
    [InlineData("rows.json")]
    [InlineData("rows.json.gz")]
    public void Read_EmptyFile_IsRefused(string name) =>
        _folder.With(name, "").Errors.ShouldBe([$"{name}, line 1: is empty, or no regular file; take it away"]);

    [Fact]
    public async Task Read_Pipe_IsRefusedAndNotWaitedFor()
    {
        using (var mkfifo = Process.Start("mkfifo", [Path.Combine(_folder.Name, "rows.json")]))
            await mkfifo.WaitForExitAsync();

        _folder.Errors.ShouldBe(["rows.json, line 1: is empty, or no regular file; take it away"]);
    }
}
