using System.Globalization;

namespace TvmEmulator.Configuration;

/// <summary>How the text of an option becomes a change of the options.</summary>
/// <param name="Needed">What is needed, for the error line: <c>a whole number from 1 to 1000000</c>.</param>
/// <param name="Apply">The changed options; null when the text is not what is needed. An option without a value has an empty text.</param>
internal sealed record ValueRule(string Needed, Func<EmulatorOptions, string, EmulatorOptions?> Apply)
{
    /// <summary>A whole number within limits, both included.</summary>
    public static ValueRule WholeNumber(long least, long most, Func<EmulatorOptions, long, EmulatorOptions> change) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        (options, text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? change(options, number)
            : null);

    /// <summary>One of a few words, written as they are.</summary>
    public static ValueRule OneOf(params (string Word, Func<EmulatorOptions, EmulatorOptions> Change)[] choices) => new(
        choices.Length == 1 ? choices[0].Word : "one of " + string.Join(", ", choices.Select(choice => choice.Word)),
        (options, text) => choices.FirstOrDefault(choice => choice.Word == text).Change?.Invoke(options));

    /// <summary>A switch: the option alone turns it on; the settings file may say true and false.</summary>
    public static ValueRule Switch(Func<EmulatorOptions, bool, EmulatorOptions> change) => new(
        "on or off",
        (options, text) => text switch
        {
            "" or "on" or "true" => change(options, true),
            "off" or "false" => change(options, false),
            _ => null,
        });

    /// <summary>A text that a parser understands; the parser answers null to any other.</summary>
    public static ValueRule Parsed<T>(string needed, Func<string, T?> parse, Func<EmulatorOptions, T, EmulatorOptions> change)
        where T : class =>
        new(needed, (options, text) => parse(text) is { } value ? change(options, value) : null);
}
