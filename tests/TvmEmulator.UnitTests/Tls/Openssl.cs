using System.ComponentModel;
using System.Diagnostics;

namespace TvmEmulator.UnitTests.Tls;

/// <summary>The command of the same name, as a verifier that owes nothing to .NET.</summary>
internal static class Openssl
{
    public static bool IsThere { get; } = Run("version").ExitCode == 0;

    public static (int ExitCode, string Text) Run(params string[] args)
    {
        try
        {
            using var openssl = Process.Start(new ProcessStartInfo("openssl", args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = openssl.StandardError.ReadToEndAsync();
            var text = openssl.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            openssl.WaitForExit();
            return (openssl.ExitCode, text);
        }
        catch (Win32Exception)
        {
            return (-1, "there is no openssl here");
        }
    }
}

/// <summary>A test that needs openssl, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpensslFactAttribute : FactAttribute
{
    public OpensslFactAttribute() => Skip = Openssl.IsThere ? null : "there is no openssl here";
}
