using Microsoft.Net.Http.Headers;

namespace TvmEmulator.OData;

/// <summary>
/// The form of JSON that a caller gets: what it asks for in the <c>Accept</c> header, as far as there is a choice. Rows are copied and not written, so
/// there is no choice but to leave the context out; whoever asks for another form gets the usual one, is told so by <c>Content-Type</c>, and why by a hint.
/// </summary>
/// <param name="ContentType">The content type of the answer.</param>
/// <param name="HasContext">Whether the answer begins with its context.</param>
/// <param name="Hint">What the caller asked for and does not get.</param>
internal sealed record AcceptedFormat(string ContentType, bool HasContext = true, string? Hint = null)
{
    private const string Metadata = "odata.metadata";
    private const string LongsAsText = "IEEE754Compatible";
    private const string HintForFull = $"{Metadata}=full is not emulated; this answer is minimal";
    private const string HintForLongs = $"{LongsAsText}=true is not emulated; long numbers in this answer are numbers";

    private static readonly AcceptedFormat Minimal = new(ODataAnswer.ContentType);
    private static readonly AcceptedFormat None = new(ODataAnswer.ContentType.Replace("=minimal", "=none", StringComparison.Ordinal), HasContext: false);

    /// <summary>The form for the caller of a request. A type that is not JSON, and what cannot be read, count as no wish, as in ASP.NET Core.</summary>
    public static AcceptedFormat Of(HttpRequest request)
    {
        if (!request.Headers.Accept.ToString().Contains(';'))
            return Minimal;

        var wish = request.GetTypedHeaders().Accept
            .Where(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0)
            .MaxBy(type => type.Quality ?? 1);
        var metadata = Parameter(wish, Metadata);
        var format = metadata == "none" ? None : Minimal;
        if (metadata == "full")
            return format with { Hint = HintForFull };
        return Parameter(wish, LongsAsText) == "true" ? format with { Hint = HintForLongs } : format;
    }

    private static string? Parameter(MediaTypeHeaderValue? type, string name) =>
        type?.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.ToString().ToLowerInvariant();
}
