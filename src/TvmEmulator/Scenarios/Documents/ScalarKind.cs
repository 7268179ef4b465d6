using System.Text.RegularExpressions;

namespace TvmEmulator.Scenarios.Documents;

/// <summary>What a value without parts is.</summary>
internal enum ScalarKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>Nothing.</summary>
    Null,
}

/// <summary>Tells kinds apart.</summary>
internal static partial class ScalarKinds
{
    /// <summary>
    /// The kind of a value that was written without quotes, by the core schema of YAML 1.2 as far as JSON goes: <c>off</c>, <c>0x10</c> and
    /// <c>12:30:00</c> are texts.
    /// </summary>
    public static ScalarKind Of(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when Number().IsMatch(plain) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
