namespace TvmEmulator.Blobs;

/// <summary>A refused blob request, in Azure Storage's words, and why, for a person.</summary>
/// <param name="Status">Http status.</param>
/// <param name="Code">Storage error code.</param>
/// <param name="Message">The text that belongs to the code.</param>
/// <param name="Hint">What to change; stands in a header beside the answer.</param>
/// <param name="Detail">Text of <c>AuthenticationErrorDetail</c>; null when there is none.</param>
/// <param name="IsExpired">Whether the SAS is genuine and has expired.</param>
internal sealed record BlobRefusal(int Status, string Code, string Message, string Hint, string? Detail = null, bool IsExpired = false)
{
    /// <summary>403: the SAS is missing, wrong or expired.</summary>
    public static BlobRefusal AuthenticationFailed(string? detail, string hint) => new(
        StatusCodes.Status403Forbidden,
        "AuthenticationFailed",
        "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.",
        hint,
        detail);

    /// <summary>403: the SAS is genuine but does not allow this.</summary>
    public static BlobRefusal PermissionMismatch(string hint) => new(
        StatusCodes.Status403Forbidden, "AuthorizationPermissionMismatch", "This request is not authorized to perform this operation using this permission.", hint);

    /// <summary>404: no such account.</summary>
    public static BlobRefusal ResourceNotFound(string hint) => new(StatusCodes.Status404NotFound, "ResourceNotFound", "The specified resource does not exist.", hint);

    /// <summary>404: no such container.</summary>
    public static BlobRefusal ContainerNotFound(string hint) => new(StatusCodes.Status404NotFound, "ContainerNotFound", "The specified container does not exist.", hint);

    /// <summary>404: no such blob.</summary>
    public static BlobRefusal BlobNotFound(string hint) => new(StatusCodes.Status404NotFound, "BlobNotFound", "The specified blob does not exist.", hint);

    /// <summary>400: a query parameter asks for something that a part file does not have.</summary>
    public static BlobRefusal InvalidQuery(string hint) => new(
        StatusCodes.Status400BadRequest, "InvalidQueryParameterValue", "Value for one of the query parameters specified in the request URI is invalid.", hint);

    /// <summary>400: a header cannot be read.</summary>
    public static BlobRefusal InvalidHeader(string hint) => new(
        StatusCodes.Status400BadRequest, "InvalidHeaderValue", "The value for one of the HTTP headers is not in the correct format.", hint);

    /// <summary>416: the range holds no byte of the blob.</summary>
    public static BlobRefusal InvalidRange(string hint) => new(
        StatusCodes.Status416RangeNotSatisfiable, "InvalidRange", "The range specified is invalid for the current size of the resource.", hint);

    /// <summary>304 or 412: a condition of the request does not hold.</summary>
    public static BlobRefusal ConditionNotMet(int status, string hint) => new(
        status, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.", hint);

    /// <summary>503: the file cannot be made or read at the moment.</summary>
    public static BlobRefusal ServerBusy(string hint) => new(
        StatusCodes.Status503ServiceUnavailable, "ServerBusy", "The server is currently unable to receive requests. Please retry your request.", hint);
}
