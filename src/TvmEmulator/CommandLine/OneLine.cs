namespace TvmEmulator.CommandLine;

/// <summary>Keeps a message that quotes foreign text on one line.</summary>
internal static class OneLine
{
    /// <summary>The text with a blank in place of every control character.</summary>
    public static string Of(string text) => string.Create(text.Length, text, (line, source) =>
    {
        for (var i = 0; i < line.Length; i++)
            line[i] = char.IsControl(source[i]) ? ' ' : source[i];
    });
}
