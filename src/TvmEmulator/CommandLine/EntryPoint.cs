using TvmEmulator.Configuration;

namespace TvmEmulator.CommandLine;

/// <summary>Runs a command line.</summary>
public static class EntryPoint
{
    /// <summary>The exit code of a wrong command line, variable or settings file.</summary>
    public const int UsageError = 2;

    /// <summary>The exit code when a storage account or a folder outside cannot be used, or a command was stopped before its end.</summary>
    public const int Unavailable = 1;

    /// <summary>The exit code of <c>--exit-on-violation</c> when a client's conduct holds one.</summary>
    public const int Violation = 3;

    /// <summary>Runs a command; the answer is the exit code of the process.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <param name="environment">What the process gives.</param>
    /// <param name="serve">Starts the emulator, and ends when it has stopped; its answer is the exit code. It is called with sound options only.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    public static async Task<int> RunAsync(
        string[] args,
        CommandEnvironment environment,
        Func<EmulatorOptions, CommandEnvironment, CancellationToken, Task<int>> serve,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(serve);

        var syntax = new CommandLineSyntax();
        var parsed = syntax.Parse(args);
        if (syntax.AsksForHelp(parsed))
        {
            await environment.Out.WriteAsync(HelpText.Help);
            return 0;
        }

        if (syntax.AsksForVersion(parsed))
        {
            await environment.Out.WriteLineAsync(EmulatorVersion.Text);
            return 0;
        }

        var reading = new OptionReading(environment.WorkingDirectory);
        if (syntax.AsksForHealth(parsed))
        {
            syntax.Read(parsed, reading);
            return await IsSoundAsync(reading, environment.Error) ? await Healthcheck.RunAsync(environment, cancellationToken) : UsageError;
        }

        if (syntax.AsksForRedaction(parsed))
        {
            syntax.Read(parsed, reading);
            return await IsSoundAsync(reading, environment.Error)
                ? await RedactCommand.RunAsync(syntax.RedactionOf(parsed, environment.WorkingDirectory), environment, cancellationToken)
                : UsageError;
        }

        // Each source overrides the ones before it.
        SettingsFile.Read(environment.WorkingDirectory, reading);
        EnvironmentVariables.Read(environment.Variables, reading);
        syntax.Read(parsed, reading);
        reading.CheckTogether();
        if (!await IsSoundAsync(reading, environment.Error))
            return UsageError;
        if (syntax.AsksForAuthority(parsed))
            return await AuthorityCommand.RunAsync(reading.Options, environment);

        return syntax.AsksForFiles(parsed)
            ? await Generate.RunAsync(reading.Options, syntax.OutputOf(parsed, environment.WorkingDirectory), environment, cancellationToken)
            : await serve(reading.Options, environment, cancellationToken);
    }

    private static async Task<bool> IsSoundAsync(OptionReading reading, TextWriter error)
    {
        foreach (var line in (IEnumerable<string>)[.. reading.Warnings.Select(warning => "warning: " + warning), .. reading.Errors])
            await error.WriteLineAsync(OneLine.Of("tvm-emulator: " + line));
        return reading.Errors.Count == 0;
    }
}
