using System.Text;

namespace TvmEmulator.ContractTests.Snapshots;

/// <summary>An answer as text: status line, headers by name, a blank line, the body.</summary>
internal static class ResponseText
{
    // They vary by the clock of the machine or by how the body travels.
    private static readonly string[] Left = ["Date", "Transfer-Encoding", "Content-Length", "Keep-Alive"];

    /// <summary>Reads an answer to its end.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage response) =>
        Head(response, Left) + Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());

    /// <summary>Status line, headers and the blank line.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="without">Headers to leave out.</param>
    public static string Head(HttpResponseMessage response, params IEnumerable<string> without)
    {
        var text = new StringBuilder($"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n");
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(header => !without.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                text.Append(name).Append(": ").Append(value).Append('\n');
        }

        return text.Append('\n').ToString();
    }
}
