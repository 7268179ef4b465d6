using Microsoft.OData;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>An answer as Microsoft.OData.Core wants to read it.</summary>
internal sealed class ReceivedMessage(HttpResponseMessage response, byte[] body) : IODataResponseMessage
{
    public IEnumerable<KeyValuePair<string, string>> Headers =>
        response.Headers.Concat(response.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

    public int StatusCode { get => (int)response.StatusCode; set => throw new NotSupportedException(); }

    /// <summary>Downloads an answer.</summary>
    public static async Task<ReceivedMessage> OfAsync(HttpClient client, string path)
    {
        var response = await client.GetAsync(path);
        return new ReceivedMessage(response.EnsureSuccessStatusCode(), await response.Content.ReadAsByteArrayAsync());
    }

    public string? GetHeader(string headerName) =>
        Headers.FirstOrDefault(header => header.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

    public Stream GetStream() => new MemoryStream(body);

    public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();
}
