using System.Diagnostics;
using System.Globalization;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>
/// The clients in the folder Drivers: scripts for <c>node</c> and <c>python3</c>, for which <c>npm ci</c> in that folder installs what they need,
/// and a program in .NET, which is built with the tests.
/// </summary>
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
        : !File.Exists(Azurite) || !Directory.Exists(Path.Combine(Folder, "node_modules", "@azure", "identity")) ? $"npm ci has not been run in {Folder}"
        : Python.Value is null ? "there is no python3 with the module requests"
        : null;

    // Beside this assembly's own output, which is bin/{configuration}/{framework}.
    private static string DotNet { get; } =
        Path.Combine(Folder, "DotNet", "bin", Path.GetRelativePath(Path.Combine(Folder, "..", "bin"), AppContext.BaseDirectory), "InventoryDriver.dll");

    /// <summary>Downloads links with the JavaScript client; the answer is a SHA-256 in hex for each.</summary>
    public static Task<IReadOnlyList<string>> DownloadWithJavaScriptAsync(IEnumerable<Uri> links) => DownloadAsync("node", "download.mjs", links);

    /// <summary>Downloads links with Python's requests; the answer is a SHA-256 in hex for each.</summary>
    public static Task<IReadOnlyList<string>> DownloadWithPythonAsync(IEnumerable<Uri> links) => DownloadAsync(Python.Value!, "download.py", links);

    /// <summary>Lets a client log in and follow the inventory from page to page; the answer is the number of its rows.</summary>
    /// <param name="client">A login library, or <c>requests</c>.</param>
    /// <param name="login">Base URL of the login service.</param>
    /// <param name="api">Base URL of the API.</param>
    /// <param name="authority">File of the CA that it trusts.</param>
    /// <param name="network">Where it runs; null is the network of this machine.</param>
    public static async Task<int> CountRowsAsync(string client, string login, string api, string authority, PrivateNetwork? network = null)
    {
        var (program, script, library) = client switch
        {
            "requests" => (Python.Value!, Path.Combine(Folder, "inventory.py"), Array.Empty<string>()),
            "msal-node" or "@azure/identity" => ("node", Path.Combine(Folder, "inventory.mjs"), [client]),
            _ => ("dotnet", DotNet, [client]),
        };
        string[] arguments = [script, .. library, login, api];
        var start = network?.Command(program, arguments) ?? new ProcessStartInfo(program, arguments);
        // A proxy of the environment is for the world outside.
        foreach (var proxy in start.Environment.Keys.Where(name => name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(proxy);
        foreach (var trust in (string[])["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE"])
            start.Environment[trust] = authority;
        return int.Parse(await RunAsync(start), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a program to its end, which must be a good one; the answer is what it printed.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo start, string input = "")
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var limit = new CancellationTokenSource(Patience);
        using var driver = Process.Start(start)!;
        await using var _ = limit.Token.Register(driver.Kill);
        var error = driver.StandardError.ReadToEndAsync(limit.Token);
        await driver.StandardInput.WriteAsync(input);
        driver.StandardInput.Close();
        var printed = await driver.StandardOutput.ReadToEndAsync(limit.Token);
        await driver.WaitForExitAsync(limit.Token);
        driver.ExitCode.ShouldBe(0, await error);
        return printed;
    }

    private static async Task<IReadOnlyList<string>> DownloadAsync(string program, string script, IEnumerable<Uri> links)
    {
        var printed = await RunAsync(new ProcessStartInfo(program, [Path.Combine(Folder, script)]), string.Join('\n', links.Select(link => link.AbsoluteUri)));
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
