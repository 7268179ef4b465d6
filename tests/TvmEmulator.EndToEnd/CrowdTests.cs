using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TvmEmulator.EndToEnd.Processes;

namespace TvmEmulator.EndToEnd;

/// <summary>Many callers at once on an emulator that throws faults at them.</summary>
public sealed class CrowdTests
{
    private const int Callers = 64;

    // What is promised: half a minute of it.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    private const string Scenario = """
        faults:
          - id: gateway
            match: { route: "*", probability: 0.05 }
            action: { kind: status, status: 502, body: html }
          - id: cut
            match: { route: SoftwareInventoryByMachine, every: 7 }
            action: { kind: reset, afterBytes: 300 }
          - id: slow
            match: { route: SoftwareDistributions, every: 5 }
            action: { kind: delay, by: "00:00:00.050" }
          - id: no-wait
            match: { route: SoftwareInventoryExport, every: 3 }
            action: { kind: throttle, retryAfter: none }
          - id: broken
            match: { route: Blob, every: 4 }
            action: { kind: truncate, fraction: 0.5 }
        """;

    private static readonly HttpClient Plain = new(new SocketsHttpHandler { UseProxy = false });

    private static readonly string[] Paths =
    [
        "/api/machines/SoftwareInventoryByMachine?pageSize=20",
        "/api/Software/microsoft-_-edge/distributions",
        "/api/machines/SoftwareInventoryExport",
        "/api/machines/SoftwareInventoryByMachine?pageSize=oops",
        "/api/nowhere",
    ];

    [Fact]
    public async Task Serve_64CallersForHalfAMinuteWithFaults_CountsEveryRequestAndLogsNoException()
    {
        using var folders = new EmulatorFolders();
        await File.WriteAllTextAsync(Path.Combine(folders.Work, "crowd.yaml"), Scenario);
        await using var emulator = await EmulatorProcess.ServeAsync(folders, "--devices 200 --quotas 100 --scenario crowd.yaml");

        var files = await FilesAsync(emulator);
        var sent = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var n = caller; watch.Elapsed < Duration; n++)
            {
                await SendAsync(emulator, n % 6 == 5 ? files[n % files.Count] : Paths[n % Paths.Length], Token($"caller-{caller}"));
                Interlocked.Increment(ref sent);
            }
        }));

        using var report = JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/report"));
        // The export that the links came from is one more.
        report.RootElement.GetProperty("requests").GetInt32().ShouldBe(sent + 1);
        using var faults = JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/faults"));
        foreach (var fault in faults.RootElement.GetProperty("faults").EnumerateArray())
            fault.GetProperty("hits").GetInt64().ShouldBeInRange(1, fault.GetProperty("matches").GetInt64(), fault.GetProperty("id").GetString());
        var end = await emulator.StopAsync();
        end.Error.ShouldBeEmpty();
        end.ExitCode.ShouldBe(0);
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(EmulatorProcess emulator)
    {
        using var export = JsonDocument.Parse(await emulator.Client.GetStringAsync("/api/machines/SoftwareInventoryExport"));
        return [.. export.RootElement.GetProperty("exportFiles").EnumerateArray().Select(link => link.GetString()!)];
    }

    /// <summary>A token as another issuer's: the application that it claims has quotas of its own.</summary>
    private static string Token(string application) => $"{Part("""{"alg":"RS256","kid":"other"}""")}.{Part($$"""{"appid":"{{application}}"}""")}.c2ln";

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static async Task SendAsync(EmulatorProcess emulator, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        // A link to a file brings what it needs; the client's own header would be refused there.
        if (!path.StartsWith("http", StringComparison.Ordinal))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var answer = await (path.StartsWith("http", StringComparison.Ordinal) ? Plain : emulator.Client).SendAsync(request);
            await answer.Content.CopyToAsync(Stream.Null);
            answer.StatusCode.ShouldBeOneOf(
                HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway);
        }
        catch (HttpRequestException)
        {
            // A connection that a fault has cut.
        }
    }
}
