using System.Diagnostics;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>
/// A network namespace in which the service's host names lead to a loopback of its own, where port 443 is free. What is started in it finds an
/// emulator there as it would find the service. Without root's rights it needs a Linux that lets its users have namespaces.
/// </summary>
internal sealed class PrivateNetwork : IAsyncDisposable
{
    // Of the mounts, too, it has its own view: the hosts file of the machine stays as it is. It lasts until its standard input is closed.
    private const string Prepare = """PATH=$PATH:/usr/sbin:/sbin; mount --bind "$1" /etc/hosts && ip link set lo up && echo ready && exec cat""";

    // Who is not root becomes it in a namespace of users.
    private static readonly string[] Making = Environment.IsPrivilegedProcess ? [] : ["--map-root-user"];
    private static readonly string[] Entering = Environment.IsPrivilegedProcess ? [] : ["--user", "--preserve-credentials"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Lazy<string?> Obstacle = new(FindObstacle);

    private readonly Process _holder;

    private PrivateNetwork(Process holder) => _holder = holder;

    /// <summary>What keeps tests from having one here; null when nothing does.</summary>
    public static string? Missing => Obstacle.Value;

    /// <summary>Makes one.</summary>
    /// <param name="folders">Where its hosts file is written.</param>
    /// <param name="hosts">The names that lead to its loopback, beside <c>localhost</c>.</param>
    public static async Task<PrivateNetwork> StartAsync(EmulatorFolders folders, params IEnumerable<string> hosts)
    {
        var file = folders.New("hosts");
        await File.WriteAllTextAsync(file, $"127.0.0.1 localhost {string.Join(' ', hosts)}\n");
        using var limit = new CancellationTokenSource(Patience);
        var holder = Hold(file);
        if (await holder.StandardOutput.ReadLineAsync(limit.Token) != "ready")
            throw new InvalidOperationException($"There is no private network: {await holder.StandardError.ReadToEndAsync(limit.Token)}");
        return new PrivateNetwork(holder);
    }

    /// <summary>A program to be started in it; the process that starts becomes the program.</summary>
    public ProcessStartInfo Command(string program, params IEnumerable<string> arguments) =>
        new("nsenter", [$"--target={_holder.Id}", .. Entering, "--mount", "--net", "--wd=.", program, .. arguments]);

    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await _holder.WaitForExitAsync(limit.Token);
        _holder.Dispose();
    }

    private static string? FindObstacle()
    {
        try
        {
            using var holder = Hold("/etc/hosts");
            holder.StandardInput.Close();
            return holder.StandardOutput.ReadLine() == "ready" ? null : $"there can be no private network: {holder.StandardError.ReadToEnd().Trim()}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unshare is not installed";
        }
    }

    private static Process Hold(string hosts) => Process.Start(new ProcessStartInfo(
        "unshare", [.. Making, "--mount", "--net", "sh", "-c", Prepare, "sh", hosts])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
