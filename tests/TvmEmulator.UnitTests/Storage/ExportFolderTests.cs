using TvmEmulator.Storage;
using TvmEmulator.UnitTests.Blobs;

namespace TvmEmulator.UnitTests.Storage;

public sealed class ExportFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("tvm-folder-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Write_Cancelled_LeavesNothing()
    {
        var file = new RenderedFile(new byte[1000], [], "key");

        await Should.ThrowAsync<OperationCanceledException>(new ExportFolder(_root).WriteAsync("a/b.json.gz", file, new CancellationToken(canceled: true)));

        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_OtherFilesInTheFolder_AreNotSeen()
    {
        var names = Organization.World.Exports.Names.Of(new NumberedLines(3, 4), Organization.Snapshot);
        var folder = new ExportFolder(_root);
        await folder.WriteAsync(names.Names[1], new RenderedFile(new byte[5], [], "key"), CancellationToken.None);
        await folder.WriteAsync(names.Folder + "notes.txt", new RenderedFile(new byte[5], [], "key"), CancellationToken.None);

        (await folder.FindAsync(names, CancellationToken.None)).Keys.ShouldBe([names.Names[1]]);
    }
}
