namespace TvmEmulator.Configuration;

/// <summary>Reads the options of the environment, <c>TVM_FOO_BAR</c> for <c>--foo-bar</c>.</summary>
internal static class EnvironmentVariables
{
    public const string Prefix = "TVM_";

    private const string NumberedPort = "_PORT_";
    private static readonly string[] TransportSchemes = ["tcp://", "udp://", "sctp://"];

    /// <summary>Reads all variables with the prefix; an empty one counts as absent.</summary>
    public static void Read(IReadOnlyDictionary<string, string> variables, OptionReading into)
    {
        foreach (var (name, text) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || text.Length == 0 || IsInjectedValue(text))
                continue;

            if (OptionTable.All.FirstOrDefault(entry => entry.Variable == name) is { } option)
                into.Set(option, text, $"{name}={option.Shown(text)}");
            else if (!IsInjectedName(name))
                into.Warning($"unknown variable {name}, {EditDistance.Advice(name, [.. OptionTable.All.Select(entry => entry.Variable)])}");
        }
    }

    // Kubernetes and Docker links describe a service named tvm, or tvm-something, to its neighbours: TVM_PORT=tcp://10.0.0.1:8080,
    // TVM_PORT_8080_TCP_ADDR, TVM_SERVICE_HOST, TVM_SERVICE_PORT_HTTP.
    private static bool IsInjectedValue(string text) =>
        TransportSchemes.Any(scheme => text.StartsWith(scheme, StringComparison.Ordinal));

    private static bool IsInjectedName(string name)
    {
        var port = name.IndexOf(NumberedPort, StringComparison.Ordinal) + NumberedPort.Length;
        return name.EndsWith("_SERVICE_HOST", StringComparison.Ordinal)
            || name.Contains("_SERVICE_PORT", StringComparison.Ordinal)
            || (port >= NumberedPort.Length && port < name.Length && char.IsAsciiDigit(name[port]));
    }
}
