using System.Text;
using TvmEmulator.Configuration;

namespace TvmEmulator.CommandLine;

/// <summary>What <c>--help</c> and <c>--version</c> print.</summary>
internal static class HelpText
{
    /// <summary>Usage, commands and a table of all options, with a line end after each line.</summary>
    public static string Help
    {
        get
        {
            var text = new StringBuilder($"""
                tvm-emulator {EmulatorVersion.Text}: a local emulator of the Defender for Endpoint TVM API

                Usage:
                  tvm-emulator [serve] [options]
                  tvm-emulator generate (--output DIR | --blobs CONNECTION) [options]
                  tvm-emulator redact DIR --output DIR [--key TEXT]
                  tvm-emulator healthcheck
                  tvm-emulator ca --tls-dir DIR

                Commands:
                  serve        starts the emulator; the default
                  generate     writes the export files to a folder or a storage account, and ends
                  redact       copies the files of --tenant-data with other names in place of its own, and ends
                  healthcheck  asks the emulator that runs here whether it is ready: exit code 0, else 1
                  ca           prints the CA of --tls-dir, and makes it if need be


                """);
            AppendTable(text,
            [
                ("Option", "Default", "Meaning"),
                .. OptionTable.All.Select(option => ($"{option.Name} {option.HelpName}", option.Default, option.Description)),
                ("--help", "", "prints this"),
                ("--version", "", "prints the version"),
            ]);
            text.Append($"""

                Every option --foo-bar is also the environment variable {EnvironmentVariables.Prefix}FOO_BAR, and the key foo-bar of {SettingsFile.Name} in
                the working directory. The command line goes over the environment, the environment over the file.
                A wrong option, variable or key: exit code {EntryPoint.UsageError}. A violation with --exit-on-violation: exit code {EntryPoint.Violation}.

                """);
            return text.ToString().ReplaceLineEndings();
        }
    }

    private static void AppendTable(StringBuilder text, (string Option, string Default, string Meaning)[] rows)
    {
        var options = rows.Max(row => row.Option.Length);
        var defaults = rows.Max(row => row.Default.Length);
        foreach (var row in rows)
            text.Append("  ").Append(row.Option.PadRight(options + 2)).Append(row.Default.PadRight(defaults + 2)).Append(row.Meaning).Append('\n');
    }
}
