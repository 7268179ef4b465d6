using TvmEmulator.CommandLine;

namespace TvmEmulator.UnitTests.CommandLine;

public sealed class StateFileTests : IDisposable
{
    private static readonly ServeState State = new(new Uri("http://127.0.0.1:8080"), 42);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tvm-emulator-tests-");

    private string Temp => Path.Combine(_root.FullName, "temp");

    private string Cache => Path.Combine(_root.FullName, "cache");

    private string InTemp => Path.Combine(Temp, "tvm-emulator", "serve.json");

    private string InCache => Path.Combine(Cache, "serve.json");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void TryWrite_TempFolder_HoldsTheUrlAndNothingElse()
    {
        new StateFile(Temp, Cache).TryWrite(State).ShouldBeTrue();

        File.ReadAllText(InTemp).ShouldBe("""{"url":"http://127.0.0.1:8080","processId":42}""");
        Directory.GetFiles(_root.FullName, "*", SearchOption.AllDirectories).ShouldBe([InTemp]);
    }

    [Fact]
    public void TryRead_AfterWrite_IsTheSame()
    {
        var file = new StateFile(Temp, null);
        file.TryWrite(State);

        file.TryRead().ShouldBe(State);
    }

    [Fact]
    public void TryWrite_Twice_TheLaterCounts()
    {
        var file = new StateFile(Temp, null);
        file.TryWrite(State);

        file.TryWrite(State with { ProcessId = 43 }).ShouldBeTrue();

        file.TryRead()!.ProcessId.ShouldBe(43);
    }

    [Fact]
    public void TryWrite_LeftoverOfADeadProcess_IsOverwritten()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(InTemp)!);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(InTemp)!, "serve.42.tmp"), "half");

        new StateFile(Temp, null).TryWrite(State).ShouldBeTrue();

        new StateFile(Temp, null).TryRead().ShouldBe(State);
    }

    [Fact]
    public void TryWrite_NoTempFolder_UsesTheCacheFolder()
    {
        MakeUnusable(Temp);

        new StateFile(Temp, Cache).TryWrite(State).ShouldBeTrue();

        File.Exists(InCache).ShouldBeTrue();
        new StateFile(Temp, Cache).TryRead().ShouldBe(State);
    }

    [Fact]
    public void TryWrite_Nowhere_IsFalse()
    {
        MakeUnusable(Temp);
        MakeUnusable(Cache);

        new StateFile(Temp, Cache).TryWrite(State).ShouldBeFalse();
        new StateFile(Temp, null).TryWrite(State).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"url":null,"processId":1}""")]
    [InlineData("""{"url":"relative","processId":1}""")]
    [InlineData("""{"url":"file:///etc/passwd","processId":1}""")]
    public void TryRead_DamagedFile_IsNull(string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(InTemp)!);
        File.WriteAllText(InTemp, json);

        new StateFile(Temp, null).TryRead().ShouldBeNull();
    }

    [Fact]
    public void DeleteOf_OwnFile_IsGone()
    {
        var file = new StateFile(Temp, null);
        file.TryWrite(State);

        file.DeleteOf(42);

        File.Exists(InTemp).ShouldBeFalse();
    }

    [Fact]
    public void DeleteOf_FileOfAnotherProcess_Stays()
    {
        var file = new StateFile(Temp, null);
        file.TryWrite(State with { ProcessId = 43 });

        file.DeleteOf(42);

        file.TryRead()!.ProcessId.ShouldBe(43);
    }

    [Fact]
    public void DeleteOf_NoFile_DoesNothing() => Should.NotThrow(() => new StateFile(Temp, Cache).DeleteOf(42));

    // A file in place of a folder stops even an administrator, unlike permissions.
    private static void MakeUnusable(string folder) => File.WriteAllText(folder, "");
}
