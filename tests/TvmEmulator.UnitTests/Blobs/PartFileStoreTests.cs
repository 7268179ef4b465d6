using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class PartFileStoreTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("tvm-store-test-").FullName;
    private readonly ListLogger<PartFileStore> _log = new();
    private readonly List<PartFileStore> _stores = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(50_000)]
    public async Task Open_File_HoldsItsLines(int rows)
    {
        var lines = new NumberedLines(7, rows);

        using var file = await OpenAsync(Store(), lines, 1);

        Text(file).ShouldBe(NumberedLines.Text(7, rows));
        file.Md5.ShouldBe(MD5Of(file));
        lines.Reads.ShouldBe((rows + 999) / 1000);
    }

    [Fact]
    public async Task Open_ManyAtOnce_MakesOneFile()
    {
        var lines = new NumberedLines(5000);
        var store = Store();

        var files = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => OpenAsync(store, lines, 0))));

        lines.Reads.ShouldBe(5);
        Files().Length.ShouldBe(1);
        foreach (var file in files)
        {
            Text(file).Length.ShouldBe(NumberedLines.Text(0, 5000).Length);
            file.Dispose();
        }
    }

    [Fact]
    public async Task Open_CallerGivesUp_GoesOnForOthers()
    {
        var lines = new NumberedLines(10);
        lines.Gate.Reset();
        var store = Store();
        using var impatience = new CancellationTokenSource();

        var first = store.OpenAsync(lines, Organization.Snapshot, lines.FilesOf(Organization.Snapshot)[0], impatience.Token);
        var second = OpenAsync(store, lines, 0);
        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        lines.Gate.Set();

        using var file = await second;
        Text(file).ShouldBe(NumberedLines.Text(0, 10));
        lines.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Open_AfterRestart_TakesTheFileOver()
    {
        var lines = new NumberedLines(10);
        byte[] md5;
        await using (var earlier = new PartFileStore(Options(), _log))
        {
            using var made = await OpenAsync(earlier, lines, 0);
            md5 = made.Md5;
        }

        using var file = await OpenAsync(Store(), lines, 0);

        lines.Reads.ShouldBe(1);
        file.Md5.ShouldBe(md5);
        Text(file).ShouldBe(NumberedLines.Text(0, 10));
    }

    [Fact]
    public async Task Open_AfterRestart_RemovesLeftoversAndNothingElse()
    {
        var lines = new NumberedLines(10, 20);
        await using (var earlier = new PartFileStore(Options(), _log))
            (await OpenAsync(earlier, lines, 0)).Dispose();
        var made = Files()[0];
        var leftover = made + ".dead.tmp";
        var foreign = Path.Combine(Path.GetDirectoryName(made)!, "notes.tmp");
        var busy = made + ".alive.tmp";
        await File.WriteAllTextAsync(leftover, "half");
        await File.WriteAllTextAsync(foreign, "mine");
        await File.WriteAllTextAsync(Path.Combine(_root, "0.json.gz"), "mine");
        await using var writing = new FileStream(busy, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        (await OpenAsync(Store(limit: 1), lines, 1)).Dispose();

        File.Exists(leftover).ShouldBeFalse();
        File.Exists(made).ShouldBeFalse("the earlier file is over the limit");
        File.Exists(foreign).ShouldBeTrue();
        File.Exists(busy).ShouldBeTrue();
        File.Exists(Path.Combine(_root, "0.json.gz")).ShouldBeTrue();
    }

    [Fact]
    public async Task Open_BeyondLimit_EvictsTheLeastRecentlyUsedButNotItsReader()
    {
        var lines = new NumberedLines(3000, 3000, 3000);
        var measure = await OpenAsync(Store(), lines, 0);
        var length = measure.Length;
        measure.Dispose();
        var store = Store(limit: (length * 5) / 2, folder: "limited");

        using var first = await OpenAsync(store, lines, 0);
        (await OpenAsync(store, lines, 1)).Dispose();
        (await OpenAsync(store, lines, 2)).Dispose();

        Files("limited").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["1.json.gz", "2.json.gz"]);
        Text(first).ShouldBe(NumberedLines.Text(0, 3000));
        using var again = await OpenAsync(store, lines, 0);
        Text(again).ShouldBe(NumberedLines.Text(0, 3000));
        Files("limited").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["0.json.gz", "2.json.gz"]);
    }

    [Fact]
    public async Task Open_LimitSmallerThanAFile_StillServesManyFilesAtOnce()
    {
        var lines = new NumberedLines(100, 100, 100, 100, 100, 100);
        var store = Store(limit: 1);

        for (var round = 0; round < 10; round++)
        {
            for (var index = 0; index < 6; index++)
            {
                using var file = await OpenAsync(store, lines, index);
                Text(file).ShouldBe(NumberedLines.Text(index * 100, 100));
            }
        }

        Files().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_FileVanishedOrWasCut_IsMadeAgain(bool cut)
    {
        var lines = new NumberedLines(10);
        var store = Store();
        (await OpenAsync(store, lines, 0)).Dispose();
        if (cut)
            await File.WriteAllTextAsync(Files()[0], "cut");
        else
            Directory.Delete(Path.GetDirectoryName(Files()[0])!, recursive: true);

        using var file = await OpenAsync(store, lines, 0);

        Text(file).ShouldBe(NumberedLines.Text(0, 10));
        lines.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Open_FolderCannotBeMade_FailsWithOneWarningAndRecovers()
    {
        var blocked = Path.Combine(_root, "blocked");
        await File.WriteAllTextAsync(blocked, "a file in place of the folder");
        var lines = new NumberedLines(10);
        var store = Store(folder: "blocked");

        await Should.ThrowAsync<PartFileUnavailableException>(() => OpenAsync(store, lines, 0));

        var (message, exception) = _log.Warnings.ShouldHaveSingleItem();
        message.ShouldContain("blocked");
        exception.ShouldBeNull();

        File.Delete(blocked);
        using var file = await OpenAsync(store, lines, 0);
        Text(file).ShouldBe(NumberedLines.Text(0, 10));
    }

    [Fact]
    public async Task Dispose_OpenFile_StaysReadable()
    {
        var store = new PartFileStore(Organization.Options2021, _log);
        using var file = await OpenAsync(store, new NumberedLines(10), 0);

        await store.DisposeAsync();
        await store.DisposeAsync();

        Text(file).ShouldBe(NumberedLines.Text(0, 10));
        await Should.ThrowAsync<PartFileUnavailableException>(() => OpenAsync(store, new NumberedLines(10, 10), 1));
    }

    [Fact]
    public void DeleteOwn_NoCacheDir_DeletesTheFolder()
    {
        var folder = new CacheFolder(given: null);
        var (root, _) = folder.Open();
        Directory.CreateDirectory(Path.Combine(root, "inside"));

        folder.DeleteOwn();
        folder.DeleteOwn();

        Directory.Exists(root).ShouldBeFalse();
    }

    [Fact]
    public async Task Dispose_WhileMaking_EndsTheMaking()
    {
        var lines = new NumberedLines(50_000);
        lines.Gate.Reset();
        var store = Store();
        var opening = OpenAsync(store, lines, 0);

        var disposing = store.DisposeAsync();
        lines.Gate.Set();
        await disposing;

        await Should.ThrowAsync<PartFileUnavailableException>(opening);
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        _log.Warnings.ShouldBeEmpty();
    }

    private static Task<StoredFile> OpenAsync(PartFileStore store, NumberedLines lines, int index) =>
        store.OpenAsync(lines, Organization.Snapshot, lines.FilesOf(Organization.Snapshot)[index], CancellationToken.None);

    private static byte[] Bytes(StoredFile file)
    {
        var bytes = new byte[file.Length];
        RandomAccess.Read(file.Handle, bytes, 0).ShouldBe(bytes.Length);
        return bytes;
    }

    private static string Text(StoredFile file)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(Bytes(file)), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

#pragma warning disable CA5351 // Content-MD5 is a checksum of the storage protocol, not a protection.
    private static byte[] MD5Of(StoredFile file) => MD5.HashData(Bytes(file));
#pragma warning restore CA5351

    private EmulatorOptions Options(string folder = "") => Organization.Options2021 with { CacheDir = Path.Combine(_root, folder) };

    private PartFileStore Store(long limit = PartFileStore.DefaultLimit, string folder = "")
    {
        var store = new PartFileStore(Options(folder), _log, limit);
        _stores.Add(store);
        return store;
    }

    private string[] Files(string folder = "") => Directory.GetFiles(Path.Combine(_root, folder), "*.json.gz", SearchOption.AllDirectories);
}
