using TvmEmulator.Configuration;

namespace TvmEmulator.Api;

/// <summary>What links of an answer begin with: scheme and authority as the caller used them, so that they can be reached from the caller's network.</summary>
internal sealed class LinkBase(EmulatorOptions options)
{
    private readonly string? _public = options.PublicUrl?.AbsoluteUri.TrimEnd('/');

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Of(HttpRequest request) => _public ?? $"{request.Scheme}://{(request.Host.HasValue ? request.Host.Value : Local(request))}";

    // HTTP/1.0 knows no Host header.
    private static string Local(HttpRequest request) => $"{request.HttpContext.Connection.LocalIpAddress}:{request.HttpContext.Connection.LocalPort}";
}
