using TvmEmulator.Configuration;
using TvmEmulator.Tls;

namespace TvmEmulator.CommandLine;

/// <summary>The <c>ca</c> command: prints the CA of a folder, so that clients can trust it before the emulator starts for the first time.</summary>
internal static class AuthorityCommand
{
    /// <summary>Prints the certificate as PEM; makes it if it is not there yet.</summary>
    public static async Task<int> RunAsync(EmulatorOptions options, CommandEnvironment environment)
    {
        if (options.Tls.Dir is not { } folder)
            return await RefuseAsync(environment, "ca: --tls-dir DIR is needed; without it every start makes a CA of its own");

        try
        {
            using var authority = new AuthorityFolder(folder, environment.Time).Open();
            await environment.Out.WriteAsync(authority.Pem);
            return 0;
        }
        catch (CertificateUnusableException unusable)
        {
            return await RefuseAsync(environment, unusable.Message);
        }
    }

    private static async Task<int> RefuseAsync(CommandEnvironment environment, string reason)
    {
        await environment.Error.WriteLineAsync(OneLine.Of("tvm-emulator: " + reason));
        return EntryPoint.UsageError;
    }
}
