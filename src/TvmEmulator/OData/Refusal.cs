namespace TvmEmulator.OData;

/// <summary>A refused request: what the service says about it, and why, for a person.</summary>
/// <param name="Status">Http status, 400 to 599.</param>
/// <param name="Code">One of the service's error codes (contract: common-errors).</param>
/// <param name="Message">The service's text where it is known, else what was wrong and what is allowed.</param>
/// <param name="Reason">The hint that goes beside the answer; the message when null.</param>
internal sealed record Refusal(int Status, string Code, string Message, string? Reason = null)
{
    /// <summary>What to say of a path that ends in <c>/$count</c>.</summary>
    public const string InsteadOfCountPath = "/$count is not emulated: ask the list with $count=true&$top=0 and read @odata.count";

    /// <summary>400: a value is wrong.</summary>
    public static Refusal BadRequest(string message, string? reason = null) => new(StatusCodes.Status400BadRequest, "BadRequest", message, reason);

    /// <summary>400: an OData query is wrong, or cannot be evaluated.</summary>
    public static Refusal WrongQuery(string message, string? reason = null) => new(StatusCodes.Status400BadRequest, "ODataError", message, reason);

    /// <summary>400: a parameter is missing.</summary>
    public static Refusal MissingParameter(string name, string reason) =>
        new(StatusCodes.Status400BadRequest, "MissingRequiredParameter", $"Parameter {name} is missing", reason);

    /// <summary>401: no token, or none that counts.</summary>
    public static Refusal Unauthorized(string reasonOfFailure, string reason) =>
        new(StatusCodes.Status401Unauthorized, "Unauthorized", $"Unauthorized request - reason of failure: {reasonOfFailure}", reason);

    /// <summary>403: the token is good, but not for this.</summary>
    public static Refusal Forbidden(string message, string reason) => new(StatusCodes.Status403Forbidden, "Forbidden", message, reason);

    /// <summary>404: nothing has this id.</summary>
    public static Refusal ResourceNotFound(string message, string? reason = null) => new(StatusCodes.Status404NotFound, "ResourceNotFound", message, reason);

    /// <summary>503: something that the answer needs is away (chosen; the service's own text is unknown).</summary>
    public static Refusal ServiceUnavailable(string message, string reason) => new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", message, reason);
}
