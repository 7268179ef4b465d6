namespace TvmEmulator.Scenarios;

/// <summary>A scenario file is wrong or cannot be read.</summary>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(IReadOnlyList<string> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>Everything that is wrong, one line each, with file and line.</summary>
    public IReadOnlyList<string> Errors { get; }
}
