namespace TvmEmulator.Blobs;

/// <summary>What a blob URL's path names; parts that are not there are empty.</summary>
/// <param name="Account">First segment.</param>
/// <param name="Container">Second segment.</param>
/// <param name="Name">Everything behind it.</param>
internal sealed record BlobAddress(string Account, string Container, string Name)
{
    /// <summary>The resource as it is signed.</summary>
    public string Resource => $"/blob/{Account}/{Container}/{Name}";

    /// <summary>Reads the path of a request, which the server has decoded up to its slashes.</summary>
    public static BlobAddress Parse(PathString path)
    {
        // Some SDKs escape the slashes of a blob's name; Azure takes both.
        var text = (path.Value ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var parts = text.TrimStart('/').Split('/', 3);
        return new BlobAddress(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
    }
}
