using System.Net.Http.Headers;
using System.Text;

namespace TvmEmulator.Identity.Login;

/// <summary>The form of a token request. Fields that are empty count as missing; those that nobody asks for are ignored.</summary>
internal sealed class TokenForm
{
    private const string ContentType = "application/x-www-form-urlencoded";

    private readonly IFormCollection _fields;
    private readonly (string? Id, string? Secret) _basic;

    private TokenForm(IFormCollection fields, (string? Id, string? Secret) basic)
    {
        _fields = fields;
        _basic = basic;
    }

    /// <summary>A field; null when it is missing. One that is given twice is both values with a comma between, which fits nothing.</summary>
    public string? this[string name] => _fields[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The client id: a field, or the user of HTTP Basic.</summary>
    public string? ClientId => this["client_id"] ?? _basic.Id;

    /// <summary>The client's secret: a field, or the password of HTTP Basic.</summary>
    public string? ClientSecret => this["client_secret"] ?? _basic.Secret;

    /// <summary>Reads a request; a body that is no form is one without fields.</summary>
    public static async Task<TokenForm> ReadAsync(HttpRequest request) =>
        new(await FieldsAsync(request), Basic(request.Headers.Authorization.ToString()));

    private static async Task<IFormCollection> FieldsAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !ContentType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase))
            return FormCollection.Empty;

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // Too many fields, or escapes of what is no text.
            return FormCollection.Empty;
        }
    }

    private static (string? Id, string? Secret) Basic(string authorization)
    {
        const string Scheme = "Basic ";
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return default;

        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[Scheme.Length..], bytes, out var length))
            return default;

        // Both are percent-encoded before they are joined (RFC 6749, 2.3.1). Not every client does; a plus sign is left alone for those.
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair.Length == 2 && pair[0].Length > 0
            ? (Uri.UnescapeDataString(pair[0]), pair[1].Length > 0 ? Uri.UnescapeDataString(pair[1]) : null)
            : default;
    }
}
