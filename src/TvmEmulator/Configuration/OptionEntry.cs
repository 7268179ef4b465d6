namespace TvmEmulator.Configuration;

/// <summary>One option, in all the places where it can be set.</summary>
/// <param name="Name">On the command line: <c>--foo-bar</c>.</param>
/// <param name="HelpName">What its value is called in the help: <c>N</c>.</param>
/// <param name="Default">The default as the help shows it.</param>
/// <param name="Description">What it means, in half a line.</param>
/// <param name="Rule">How its text becomes a change of the options.</param>
internal sealed record OptionEntry(string Name, string HelpName, string Default, string Description, ValueRule Rule)
{
    /// <summary>Whether its value must not be seen in an error line.</summary>
    public bool IsSecret { get; init; }

    /// <summary>In the settings file: <c>foo-bar</c>.</summary>
    public string Key { get; } = Name[2..];

    /// <summary>In the environment: <c>TVM_FOO_BAR</c>.</summary>
    public string Variable { get; } = EnvironmentVariables.Prefix + Name[2..].Replace('-', '_').ToUpperInvariant();

    /// <summary>A value as error lines show it.</summary>
    public string Shown(string text) => IsSecret ? "***" : text;
}
