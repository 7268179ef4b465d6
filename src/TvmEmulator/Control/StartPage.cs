using System.Globalization;
using System.Net;

namespace TvmEmulator.Control;

/// <summary>The page that a browser sees at <c>/</c>.</summary>
internal static class StartPage
{
    public static string Render(EmulatorInfo info) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>TvmEmulator</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem; color: #1b1b1f; background: #fff; }
          h1 { font-size: 1.6rem; margin-bottom: 0; }
          table { border-collapse: collapse; margin: 1rem 0; }
          th { text-align: left; font-weight: 600; padding: .2rem 1.5rem .2rem 0; vertical-align: top; }
          td { padding: .2rem 0; overflow-wrap: anywhere; }
          pre { background: #f2f2f7; padding: .8rem 1rem; border-radius: .4rem; overflow-x: auto; }
          @media (prefers-color-scheme: dark) { body { color: #e6e6ea; background: #17171b; } pre { background: #26262c; } a { color: #8ab4ff; } }
        </style>
        </head>
        <body>
        <h1>TvmEmulator {{info.Version}}</h1>
        <p>The threat and vulnerability management API of Microsoft Defender for Endpoint, on an organization that {{(info.TenantData is null ? "does not exist" : "was given to it")}}.</p>
        <pre>{{Text(info.Curl)}}</pre>
        <table>
        {{Row("Devices", Number(info.Devices))}}
        {{Row("Inventory rows", Number(info.InventoryRows))}}
        {{Row("Export files", Number(info.ExportFiles))}}
        {{Row("Newest snapshot", info.NewestSnapshot)}}
        {{Row("Contract edition", info.Contract)}}
        {{Row("Seed", info.TenantData is null ? info.Seed.ToString(CultureInfo.InvariantCulture) : "none, the organization was given")}}
        {{Row("Tenant id", info.TenantId)}}
        {{Row("Dataset hash", info.DatasetHash)}}
        {{Row("A device", $"{info.Samples.DeviceId} ({info.Samples.DeviceName})")}}
        {{Row("A product", info.Samples.SoftwareId)}}
        {{Row("A CVE", info.Samples.CveId ?? "none")}}
        </table>
        <p><a href="_emulator">The same as JSON</a> · <a href="api/$metadata">Metadata document</a></p>
        </body>
        </html>
        """;

    private static string Row(string name, string value) => $"<tr><th>{name}</th><td>{Text(value)}</td></tr>";

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
