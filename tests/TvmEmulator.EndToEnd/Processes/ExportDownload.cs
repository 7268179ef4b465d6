using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace TvmEmulator.EndToEnd.Processes;

/// <summary>Export files, as a client gets them.</summary>
internal static class ExportDownload
{
    /// <summary>The routes that answer with files.</summary>
    public static IReadOnlyList<string> Routes { get; } =
    [
        "/api/machines/SoftwareInventoryExport",
        "/api/machines/SoftwareVulnerabilitiesExport",
        "/api/machines/SoftwareInventoryNonCpeExport",
        "/api/machines/SecureConfigurationsAssessmentExport",
        "/api/machines/BrowserExtensionsInventoryExport",
        "/api/machines/CertificateAssessmentExport",
        "/api/machines/HardwareFirmwareInventoryExport",
        "/api/machines/BaselineComplianceAssessmentExport",
        "/api/machines/InfoGatheringExport",
    ];

    /// <summary>The links of a new export, of the software inventory unless another route is given.</summary>
    public static async Task<IReadOnlyList<Uri>> LinksAsync(EmulatorProcess emulator, string? route = null)
    {
        var export = JsonElement.Parse(await emulator.Client.GetByteArrayAsync(route ?? Routes[0]));
        return [.. export.GetProperty("exportFiles").EnumerateArray().Select(link => new Uri(link.GetString()!))];
    }

    /// <summary>Downloads a link from an emulator, whatever host it names, and without a token.</summary>
    public static async Task<HttpResponseMessage> GetAsync(EmulatorProcess emulator, Uri link)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await client.GetAsync(new Uri(emulator.Url, link.PathAndQuery));
    }

    /// <summary>The unpacked text of all files.</summary>
    public static async Task<string> TextAsync(EmulatorProcess emulator, IReadOnlyList<Uri> links)
    {
        var text = new StringBuilder();
        foreach (var link in links)
        {
            using var response = await GetAsync(emulator, link);
            text.Append(Unpack(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync()));
        }

        return text.ToString();
    }

    /// <summary>The unpacked text of all files, from where the links lead.</summary>
    public static async Task<string> TextAsync(IReadOnlyList<Uri> links)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var text = new StringBuilder();
        foreach (var link in links)
            text.Append(Unpack(await client.GetStreamAsync(link)));
        return text.ToString();
    }

    /// <summary>Unpacks a file.</summary>
    public static string Unpack(Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
