using Microsoft.OData;

namespace TvmEmulator.OData;

/// <summary>Lets Microsoft.OData.Core write into a stream; headers are set elsewhere.</summary>
internal sealed class ODataMessage(Stream body) : IODataResponseMessage
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? GetHeader(string headerName) => _headers.GetValueOrDefault(headerName);

    public void SetHeader(string headerName, string headerValue) => _headers[headerName] = headerValue;

    public Stream GetStream() => body;
}
