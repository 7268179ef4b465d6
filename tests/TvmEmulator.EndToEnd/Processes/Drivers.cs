using System.Diagnostics;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>What the folder Drivers holds, for <c>node</c> and <c>python3</c>; <c>npm ci</c> in that folder installs what it needs.</summary>
internal static class Drivers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The one of Debian's package python3-requests is not always the first on the path.
    private static readonly Lazy<string?> Python = new(() => Array.Find(["python3", "/usr/bin/python3"], HasRequests));

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Repository(), "tests", "TvmEmulator.EndToEnd", "Drivers");

    /// <summary>The script that starts Azurite's blob service.</summary>
    public static string Azurite { get; } = Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "blob", "main.js");

    /// <summary>What keeps tests with drivers from running here; null when all is there.</summary>
    public static string? Missing { get; } =
        !Runs("node", "--version") ? "node is not installed"
        : !File.Exists(Azurite) ? $"npm ci has not been run in {Folder}"
        : Python.Value is null ? "there is no python3 with the module requests"
        : null;

    /// <summary>Downloads links with the JavaScript client; the answer is a SHA-256 in hex for each.</summary>
    public static Task<IReadOnlyList<string>> DownloadWithJavaScriptAsync(IEnumerable<Uri> links) => RunAsync("node", "download.mjs", links);

    /// <summary>Downloads links with Python's requests; the answer is a SHA-256 in hex for each.</summary>
    public static Task<IReadOnlyList<string>> DownloadWithPythonAsync(IEnumerable<Uri> links) => RunAsync(Python.Value!, "download.py", links);

    private static async Task<IReadOnlyList<string>> RunAsync(string program, string script, IEnumerable<Uri> links)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var driver = Process.Start(new ProcessStartInfo(program, [Path.Combine(Folder, script)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = driver.StandardError.ReadToEndAsync(limit.Token);
        await driver.StandardInput.WriteAsync(string.Join('\n', links.Select(link => link.AbsoluteUri)));
        driver.StandardInput.Close();
        var printed = await driver.StandardOutput.ReadToEndAsync(limit.Token);
        await driver.WaitForExitAsync(limit.Token);
        driver.ExitCode.ShouldBe(0, await error);
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool HasRequests(string python) => Runs(python, "-c", "import requests");

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TvmEmulator.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
