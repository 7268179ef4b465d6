using System.Collections;

namespace TvmEmulator.CommandLine;

/// <summary>What the process gives to a command, so that tests can give something else.</summary>
public sealed record CommandEnvironment
{
    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Where the settings file is looked for, and what relative folders are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The folder for temporary files.</summary>
    public required string TempFolder { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person sees standard error, and not a file or a log.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The environment of this process.</summary>
    public static CommandEnvironment OfProcess(TimeProvider time) => new()
    {
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal),
        WorkingDirectory = Environment.CurrentDirectory,
        TempFolder = Path.GetTempPath(),
        Out = Console.Out,
        Error = Console.Error,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Time = time,
    };
}
