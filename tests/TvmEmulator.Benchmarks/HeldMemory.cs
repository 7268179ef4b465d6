using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace TvmEmulator.Benchmarks;

/// <summary>
/// What many requests leave behind: starts the emulator as its users do, sends it requests of all kinds with tokens, quotas and the journal
/// on, and compares its resident memory after the first 10,000 with that after the last.
/// </summary>
internal static class HeldMemory
{
    private const int Callers = 32;
    private const int First = 10_000;
    private const int MostMegabytes = 50;

    private static readonly string[] Paths =
    [
        "/api/Software/microsoft-_-edge/distributions",
        "/api/machines/SoftwareInventoryByMachine?pageSize=3",
        "/api/machines/SoftwareInventoryByMachine?pageSize=0",
        "/api/machines/SoftwareInventoryExport",
        "/api/unknown",
        "/tvmexportstrstgeus/tvm-export/2026-06-30/0200/SoftwareInventory/json/none?sig=none",
    ];

    /// <summary>Runs it; the arguments are the number of requests, a million when there is none, and options of the emulator.</summary>
    /// <returns>1 when more memory is held than promised.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var requests = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TvmEmulator.dll"), "--port", "0", .. args.Skip(1)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync() ?? "";
            var url = new Uri(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)));

            await SendAsync(url, 0, First);
            var before = ResidentMegabytes(server);
            var watch = Stopwatch.StartNew();
            await SendAsync(url, First, requests);
            var after = ResidentMegabytes(server);

            Console.WriteLine($"{requests:N0} requests, {(requests - First) / watch.Elapsed.TotalSeconds:N0} a second: {before} MB resident after the first {First:N0}, {after} MB at the end");
            return after - before <= MostMegabytes ? 0 : 1;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task SendAsync(Uri url, int from, int to)
    {
        var next = from;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            using var handler = new SocketsHttpHandler { UseProxy = false };
            using var client = new HttpClient(handler) { BaseAddress = url };
            while (Interlocked.Increment(ref next) is var number && number <= to)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Paths[number % Paths.Length]);
                // Ever new callers among the known ones: what is kept for a caller must be bounded as well.
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", number % 10 == 0 ? Token($"passer-by-{number}") : Token($"caller-{caller}"));
                using var answer = await client.SendAsync(request);
                await answer.Content.CopyToAsync(Stream.Null);
            }
        }));
    }

    /// <summary>A token as another issuer's: the application that it claims is counted by itself.</summary>
    private static string Token(string application) => $"{Part("""{"alg":"RS256","kid":"other"}""")}.{Part($$"""{"appid":"{{application}}"}""")}.c2ln";

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static long ResidentMegabytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 >> 20;
    }
}
