using System.Net;
using TvmEmulator.Configuration;

namespace TvmEmulator.CommandLine;

/// <summary>
/// Asks the emulator of this machine or container whether it is ready. It finds it by the state file, else by the options of the
/// environment and the settings file.
/// </summary>
internal static class Healthcheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Prints one line; the answer is 0 when the emulator is ready, else 1.</summary>
    public static async Task<int> RunAsync(CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var url = Find(environment);
        var name = url.GetLeftPart(UriPartial.Authority);
        var obstacle = await AskAsync(new Uri(url, "/_emulator/health/ready"), environment.Time, cancellationToken);
        await environment.Out.WriteLineAsync(OneLine.Of(obstacle is null ? $"ready: {name}" : $"not ready: {name} {obstacle}"));
        return obstacle is null ? 0 : 1;
    }

    private static Uri Find(CommandEnvironment environment)
    {
        // Errors of the options are for serve to tell; here the rest of them is good enough.
        var reading = new OptionReading(environment.WorkingDirectory);
        SettingsFile.Read(environment.WorkingDirectory, reading);
        EnvironmentVariables.Read(environment.Variables, reading);
        var options = reading.Options;

        var state = new StateFile(environment.TempFolder, options.CacheDir).TryRead();
        return ReachableUrl.Of(state?.Url ?? new UriBuilder(Uri.UriSchemeHttp, options.Bind.ToString(), options.Port).Uri);
    }

    private static async Task<string?> AskAsync(Uri ready, TimeProvider time, CancellationToken cancellationToken)
    {
        // A proxy of the environment is for the world outside.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await client.GetAsync(ready, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.StatusCode == HttpStatusCode.OK ? null : $"answers {(int)response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return $"does not answer: {exception.Message}";
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return $"does not answer within {Limit.TotalSeconds} seconds";
        }
    }
}
