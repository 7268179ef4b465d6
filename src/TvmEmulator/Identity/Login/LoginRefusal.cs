namespace TvmEmulator.Identity.Login;

/// <summary>A request that the login service refuses: what Entra says, and what a person should change.</summary>
/// <param name="Status">Http status.</param>
/// <param name="Error">OAuth's word for it.</param>
/// <param name="Code">Entra's number for it.</param>
/// <param name="Text">Entra's text, without number and ids.</param>
/// <param name="Hint">What to change.</param>
internal sealed record LoginRefusal(int Status, string Error, int Code, string Text, string Hint)
{
    /// <summary>The tenant in the path is none.</summary>
    public static LoginRefusal InvalidTenant(string tenant) => BadRequest(
        "invalid_request", 900023,
        $"Specified tenant identifier '{Shortened(tenant)}' is neither a valid DNS name, nor a valid external domain.",
        "the first segment of the path names the tenant: a GUID, or letters, digits, dots and dashes such as contoso.onmicrosoft.com");

    /// <summary>Tokens are asked for by POST.</summary>
    public static LoginRefusal WrongMethod(string method) => BadRequest(
        "invalid_request", 900561,
        $"The endpoint only accepts POST requests. Received a {method} request.",
        "send the fields as a form in the body of a POST");

    /// <summary>A field is missing.</summary>
    public static LoginRefusal Missing(string field, string? hint = null) => BadRequest(
        "invalid_request", 900144,
        $"The request body must contain the following parameter: '{field}'.",
        hint ?? $"send {field} in the body, as application/x-www-form-urlencoded");

    /// <summary>A way to get a token that is not emulated.</summary>
    public static LoginRefusal UnsupportedGrant(string type) => BadRequest(
        "unsupported_grant_type", 70003,
        $"The app requested an unsupported grant type '{Shortened(type)}'.",
        "grant_type must be client_credentials or password");

    /// <summary>A user is sent here to sign in. Whoever sees it sees only the text, in a browser.</summary>
    public static LoginRefusal InteractiveSignIn() => BadRequest(
        "unsupported_response_type", 70005,
        "The app requested an unsupported response type: interactive sign-in is not emulated.",
        "ask for a token by POST, with grant_type client_credentials or password");

    /// <summary>The scope names no resource, or several.</summary>
    public static LoginRefusal InvalidScope(string scope, bool isUser) => BadRequest(
        "invalid_scope", 70011,
        $"The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {Shortened(scope)} is not valid.",
        isUser ? "scope must name scopes of one resource, each as resource/name" : "scope must be one resource with /.default behind it, such as https://api.securitycenter.microsoft.com/.default");

    /// <summary>The world names its clients, and this is none of them.</summary>
    public static LoginRefusal UnknownClient(string client, string tenant) => BadRequest(
        "unauthorized_client", 700016,
        $"Application with identifier '{Shortened(client)}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
        $"the clients of tenant {tenant} are named, and {Shortened(client)} is none of them");

    /// <summary>The client does not say how it is known.</summary>
    public static LoginRefusal NoCredential(string hint) => Unauthorized(
        7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", hint);

    /// <summary>The secret is another one.</summary>
    public static LoginRefusal WrongSecret(string client) => Unauthorized(
        7000215,
        $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{Shortened(client)}'.",
        $"client_secret is not the one that client {Shortened(client)} was named with");

    /// <summary>The assertion is no token.</summary>
    public static LoginRefusal MalformedAssertion() => Unauthorized(
        50027, "JWT token is invalid or malformed.", "client_assertion must be a signed JSON web token: three parts with dots between");

    /// <summary>The assertion is somebody else's.</summary>
    public static LoginRefusal AssertionOfAnother(string client) => Unauthorized(
        700021,
        "Client assertion application identifier doesn't match 'client_id' parameter.",
        $"iss and sub of the assertion must be {Shortened(client)}, as client_id is");

    /// <summary>The metadata of another login service is asked for.</summary>
    public static LoginRefusal UnknownInstance() => BadRequest(
        "invalid_instance", 50049, "Unknown or invalid instance.", "authorization_endpoint must look like https://host/{tenant}/oauth2/v2.0/authorize");

    private static LoginRefusal BadRequest(string error, int code, string text, string hint) => new(StatusCodes.Status400BadRequest, error, code, text, hint);

    private static LoginRefusal Unauthorized(int code, string text, string hint) => new(StatusCodes.Status401Unauthorized, "invalid_client", code, text, hint);

    // What a client sent may be as long as a body.
    private static string Shortened(string text) => text.Length <= 256 ? text : text[..256] + "...";
}
