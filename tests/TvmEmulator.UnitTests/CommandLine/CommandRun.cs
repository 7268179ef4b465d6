using TvmEmulator.CommandLine;
using TvmEmulator.Configuration;

namespace TvmEmulator.UnitTests.CommandLine;

/// <summary>Runs a command line in a world of its own: folders, variables, output and what serve would have started.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tvm-emulator-tests-");
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public TimeProvider Time { get; init; } = new ManualTime();

    public string WorkingDirectory => _root.CreateSubdirectory("work").FullName;

    public string TempFolder => _root.CreateSubdirectory("temp").FullName;

    /// <summary>What serve was called with; null when it was not called.</summary>
    public EmulatorOptions? Served { get; private set; }

    public string Out => _out.ToString();

    public string[] ErrorLines => _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public CommandRun WithFile(string json)
    {
        File.WriteAllText(Path.Combine(WorkingDirectory, "tvm-emulator.json"), json);
        return this;
    }

    public CommandRun WithVariable(string name, string value)
    {
        Variables[name] = value;
        return this;
    }

    public Task<int> RunAsync(params string[] args)
    {
        var environment = new CommandEnvironment
        {
            Variables = Variables,
            WorkingDirectory = WorkingDirectory,
            TempFolder = TempFolder,
            Out = _out,
            Error = _error,
            Time = Time,
        };
        return EntryPoint.RunAsync(args, environment, ServeAsync, CancellationToken.None);
    }

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _out.Dispose();
        _error.Dispose();
    }

    private Task<int> ServeAsync(EmulatorOptions options, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        Served = options;
        return Task.FromResult(7);
    }
}
