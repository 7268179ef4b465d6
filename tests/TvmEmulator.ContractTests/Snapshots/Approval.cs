using System.Runtime.CompilerServices;

namespace TvmEmulator.ContractTests.Snapshots;

/// <summary>
/// Compares a text with the approved file <c>fixtures/responses/[class].[method][.case].verified.txt</c>; the names are Verify's, so that it
/// can take over. To approve anew what changed on purpose:
/// <code>
/// rm -f fixtures/responses/*.verified.txt; APPROVE_RESPONSES=1 dotnet test tests/TvmEmulator.ContractTests; git diff fixtures/responses
/// </code>
/// Without the variable a difference fails the test, and the received text stands beside the approved one as <c>.received.txt</c>. No diff
/// tool is started, ever.
/// </summary>
internal static class Approval
{
    private static readonly bool ApprovesAnew = Environment.GetEnvironmentVariable("APPROVE_RESPONSES") is { Length: > 0 };

    /// <summary>The checkout.</summary>
    public static string Repository { get; } = RepositoryRoot();

    /// <summary>Where the approved files are.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "fixtures", "responses");

    /// <summary>Compares.</summary>
    /// <param name="received">What the server said.</param>
    /// <param name="variant">Tells the cases of one test apart; null when there is one case.</param>
    /// <param name="testFile">Given by the compiler: the class.</param>
    /// <param name="testMethod">Given by the compiler: the method.</param>
    // Shouldly looks its caller's source file up in the stack, from which an optimized method may be missing.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static void ShouldBeApproved(
        this string received, string? variant = null, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}{(variant is null ? "" : "." + variant)}";
        if (ApprovesAnew)
            Write(name, received);

        received.ShouldMatchApproved(options => options
            .WithFilenameGenerator((_, _, type, extension) => PathOf(name, type == "approved" ? "verified" : type, extension))
            .DoNotIgnoreLineEndings()
            .NoDiff());
    }

    private static void Write(string name, string received)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(PathOf(name, "verified", "txt"), received);
    }

    private static string PathOf(string name, string kind, string extension) => Path.Combine(Folder, $"{name}.{kind}.{extension}");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TvmEmulator.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"TvmEmulator.sln is in no folder above {AppContext.BaseDirectory}.");
        return folder.FullName;
    }
}
