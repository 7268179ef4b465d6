using System.Diagnostics;
using System.Net.Http.Headers;
using System.Threading.Channels;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>The emulator as its users run it: <c>dotnet TvmEmulator.dll</c>, without anything of this process' own TVM_ variables.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    // Far more than is ever needed; only a hanging process gets there.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string[]> _error;
    private readonly Channel<string> _errorLines = Channel.CreateUnbounded<string>();
    private readonly List<string> _outLines = [];

    private EmulatorProcess(Process process)
    {
        _process = process;
        _error = ReadErrorAsync();
    }

    /// <summary>Where it listens; known once it serves.</summary>
    public Uri Url { get; private set; } = new("http://never.started");

    /// <summary>Where it listens with TLS; null when it does not.</summary>
    public Uri? TlsUrl { get; private set; }

    /// <summary>Sends a Bearer token.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false })
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "any") },
    };

    /// <summary>Starts an emulator on a free port and waits for its line.</summary>
    public static Task<EmulatorProcess> ServeAsync(EmulatorFolders folders, string options = "", params IEnumerable<(string Name, string Value)> variables) =>
        ListenAsync(Start(folders, $"--port 0 {options}", variables));

    /// <summary>Starts an emulator in a private network, out of reach of <see cref="Client"/>.</summary>
    public static Task<EmulatorProcess> ServeAsync(EmulatorFolders folders, PrivateNetwork network, string options) =>
        ListenAsync(Start(folders, $"--port 0 {options}", [], network));

    /// <summary>Runs a command that ends by itself.</summary>
    public static async Task<ProcessEnd> RunAsync(EmulatorFolders folders, string commandLine, params IEnumerable<(string Name, string Value)> variables)
    {
        await using var emulator = Start(folders, commandLine, variables);
        return await emulator.EndAsync(Patience);
    }

    /// <summary>Starts a command that does not listen.</summary>
    public static EmulatorProcess Start(EmulatorFolders folders, string commandLine) => Start(folders, commandLine, []);

    /// <summary>Waits until it says something on standard error that holds a text, and that no earlier call has waited for; null when it ends without.</summary>
    public async Task<string?> ErrorLineAsync(string text = "")
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var line in _errorLines.Reader.ReadAllAsync(limit.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        return null;
    }

    /// <summary>Sends SIGTERM, as a container's runtime does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends the process without a chance to tidy up.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for the end of the process.</summary>
    public async Task<ProcessEnd> EndAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(limit.Token);
        var rest = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        return new ProcessEnd(_process.ExitCode, [.. _outLines, .. Lines(rest)], await _error);
    }

    /// <summary>SIGTERM, and the end.</summary>
    public async Task<ProcessEnd> StopAsync()
    {
        await TerminateAsync();
        return await EndAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<EmulatorProcess> ListenAsync(EmulatorProcess emulator)
    {
        using var limit = new CancellationTokenSource(Patience);
        var line = await emulator._process.StandardOutput.ReadLineAsync(limit.Token);
        if (line is null)
            throw new InvalidOperationException($"The emulator ended before it listened: {string.Join('\n', await emulator._error)}");

        emulator._outLines.Add(line);
        emulator.Url = new Uri(line.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)));
        emulator.TlsUrl = line.Split(' ').Where(word => word.StartsWith("https://", StringComparison.Ordinal)).Select(word => new Uri(word)).SingleOrDefault();
        emulator.Client.BaseAddress = emulator.Url;
        return emulator;
    }

    private static EmulatorProcess Start(
        EmulatorFolders folders, string commandLine, IEnumerable<(string Name, string Value)> variables, PrivateNetwork? network = null)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "TvmEmulator.dll"), .. commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var start = network?.Command("dotnet", arguments) ?? new ProcessStartInfo("dotnet", arguments);
        start.WorkingDirectory = folders.Work;
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("TVM_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["TMPDIR"] = folders.Temp;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new EmulatorProcess(Process.Start(start)!);
    }

    private async Task<string[]> ReadErrorAsync()
    {
        var lines = new List<string>();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
                continue;
            lines.Add(line);
            _errorLines.Writer.TryWrite(line);
        }

        _errorLines.Writer.Complete();
        return [.. lines];
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Lines of standard output.</param>
/// <param name="Error">Lines of standard error.</param>
internal sealed record ProcessEnd(int ExitCode, IReadOnlyList<string> Out, IReadOnlyList<string> Error);
