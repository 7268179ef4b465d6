using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.Storage;
using TvmEmulator.UnitTests.Blobs;

namespace TvmEmulator.UnitTests.Storage;

public sealed class ExportWriterTests : IDisposable
{
    private readonly NumberedLines _lines = new(3, 1500, 5, 1, 1, 1, 1, 1, 1, 1);
    private readonly ExportWriter _writer = new(Organization.Options2021);
    private readonly Steps _steps = new();

    public void Dispose() => _writer.Dispose();

    [Fact]
    public async Task Write_EmptyTarget_HasEveryFileUnderItsName()
    {
        var target = new MemoryTarget();

        var totals = await WriteAsync(target);

        var names = Organization.World.Exports.Names.Of(_lines, Organization.Snapshot).Names;
        target.Files.Keys.ShouldBe(names, ignoreOrder: true);
        string.Concat(names.Select(name => Unpack(target.Files[name]))).ShouldBe(NumberedLines.Text(0, 1515));
        totals.ShouldBe(new ExportTotals(10, 10, target.Files.Values.Sum(file => (long)file.Content.Length)));
    }

    [Fact]
    public async Task Write_AllThere_RendersNothingAndReportsNothing()
    {
        var target = new MemoryTarget();
        var first = await WriteAsync(target);
        var (reads, steps) = (_lines.Reads, _steps.Count);

        var second = await WriteAsync(target);

        second.ShouldBe(first with { Written = 0 });
        _lines.Reads.ShouldBe(reads);
        _steps.Count.ShouldBe(steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_SomeMissingSomeDamaged_WritesThoseOnly(bool knowsContentKeys)
    {
        var target = new MemoryTarget(knowsContentKeys);
        await WriteAsync(target);
        var names = target.Files.Keys.Order(StringComparer.Ordinal).ToList();
        target.Files.TryRemove(names[2], out _);
        target.Damage(names[5]);
        target.Written.Clear();

        (await WriteAsync(target)).Written.ShouldBe(2);

        target.Written.ShouldBe([names[2], names[5]], ignoreOrder: true);
    }

    /// <summary>Names do not tell letter case: files of the other casing must not pass for those that are wanted.</summary>
    [Fact]
    public async Task Write_OtherFileCasing_HasOtherContentKeys()
    {
        using var camel = new ExportWriter(Organization.Options2021 with { FileCasing = FileCasing.Camel });
        var (one, other) = (new MemoryTarget(), new MemoryTarget());
        await WriteAsync(one);
        await camel.WriteAsync(other, Organization.World, _lines, Organization.Snapshot, _steps, CancellationToken.None);

        other.Files.Keys.ShouldBe(one.Files.Keys, ignoreOrder: true);
        other.Files.Values.Select(file => file.ContentKey).Intersect(one.Files.Values.Select(file => file.ContentKey), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_OneFails_ThrowsItsReasonAndTheNextTimeWritesTheRest()
    {
        var target = new MemoryTarget { FailingWrite = 3 };
        (await Should.ThrowAsync<IOException>(WriteAsync(target))).Message.ShouldBe("full");
        var there = target.Files.Count;

        (await WriteAsync(target)).Written.ShouldBe(10 - there);
    }

    [Fact]
    public async Task Write_SeveralExportsAtOnce_ShareFourTurns()
    {
        var target = new MemoryTarget();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync(target)));

        target.MostAtATime.ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task Write_Progress_CountsEveryFileInOrder()
    {
        await WriteAsync(new MemoryTarget());

        _steps.ShouldBe(Enumerable.Range(1, 10).Select(done => new ExportProgress(done, 10)));
    }

    private Task<ExportTotals> WriteAsync(MemoryTarget target) =>
        _writer.WriteAsync(target, Organization.World, _lines, Organization.Snapshot, _steps, CancellationToken.None);

    private static string Unpack(RenderedFile file)
    {
        using var gzip = new GZipStream(new MemoryStream(file.Content.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.ASCII);
        return reader.ReadToEnd();
    }

    private sealed class Steps : ConcurrentQueue<ExportProgress>, IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => Enqueue(value);
    }
}
