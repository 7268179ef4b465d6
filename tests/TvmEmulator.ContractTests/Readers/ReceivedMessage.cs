using System.Net;
using Microsoft.OData;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>An answer as Microsoft.OData.Core wants to read it.</summary>
internal sealed class ReceivedMessage : IODataResponseMessage
{
    private readonly Dictionary<string, string> _headers;

    private ReceivedMessage(HttpStatusCode status, Dictionary<string, string> headers, byte[] body)
    {
        StatusCode = (int)status;
        _headers = headers;
        Body = body;
    }

    /// <summary>The bytes of the body.</summary>
    public byte[] Body { get; }

    public int StatusCode { get; set; }

    public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>Downloads an answer, whatever its status.</summary>
    public static async Task<ReceivedMessage> OfAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new ReceivedMessage(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    public string? GetHeader(string headerName) => _headers.GetValueOrDefault(headerName);

    public Stream GetStream() => new MemoryStream(Body);

    public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();
}
