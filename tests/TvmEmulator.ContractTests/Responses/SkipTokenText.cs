using System.Text;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>Skip tokens as the service's pages print them, made without the server's code.</summary>
internal static class SkipTokenText
{
    /// <summary>The newest snapshot of an emulator with default options.</summary>
    public const string Newest = "2026-06-30/0200/";

    public static string Of(string timePath, int file, int line) =>
        Of($$"""{"ExportDefinition":{"TimePath":"{{timePath}}"},"ExportFileIndex":{{file}},"LineStoppedAt":{{line}}}""");

    /// <summary>Any text, in the dress of a token.</summary>
    public static string Of(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).Replace("=", "%3D", StringComparison.Ordinal);
}
