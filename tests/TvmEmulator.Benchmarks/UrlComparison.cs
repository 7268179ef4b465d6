using System.Diagnostics;
using System.Globalization;

namespace TvmEmulator.Benchmarks;

/// <summary>
/// Downloads two URLs in turn, A B A B ..., and prints the median time of each and how many times faster B was. Only the ratio says
/// something: both are measured in the same run, on the same machine, by the same client.
/// </summary>
internal static class UrlComparison
{
    private const int ReadBytes = 256 * 1024;

    /// <summary>Arguments: URL A, URL B, number of counted rounds, process id of A (its memory is watched), least ratio (exit 1 below it).</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (a, b, rounds) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        using var server = Process.GetProcessById(int.Parse(args[3], CultureInfo.InvariantCulture));
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "benchmark");

        // Tiered compilation is done with the hot loops after some fifty calls; later on a busy machine.
        for (var i = 0; i < 100; i++)
            await DownloadAsync(client, a);
        await DownloadAsync(client, b);

        var before = ResidentMebibytes(server);
        var most = before;
        var (timesA, timesB, firstBytes) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            var (first, total, bytes) = await DownloadAsync(client, a);
            most = Math.Max(most, ResidentMebibytes(server));
            var (_, totalB, bytesB) = await DownloadAsync(client, b);
            if (bytes != bytesB)
                throw new InvalidOperationException($"A sent {bytes} bytes, B {bytesB}: these are not the same answers.");
            timesA.Add(total);
            timesB.Add(totalB);
            firstBytes.Add(first);
        }

        var ratio = Median(timesB) / Median(timesA);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A {a}: median {Median(timesA):F1} ms, first byte {Median(firstBytes):F2} ms, resident {before:F0} MiB before, {most:F0} MiB at most"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"B {b}: median {Median(timesB):F1} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio B/A = {ratio:F2}"));
        return args.Length > 4 && ratio < double.Parse(args[4], CultureInfo.InvariantCulture) ? 1 : 0;
    }

    private static async Task<(double First, double Total, long Bytes)> DownloadAsync(HttpClient client, string url)
    {
        var buffer = new byte[ReadBytes];
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        long bytes = await body.ReadAsync(buffer);
        var first = watch.Elapsed.TotalMilliseconds;
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
            bytes += read;
        return (first, watch.Elapsed.TotalMilliseconds, bytes);
    }

    private static double ResidentMebibytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
