using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using TvmEmulator.Assessments;
using TvmEmulator.Blobs;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults;

/// <summary>Answers that stand in the place of a route's own.</summary>
internal static class FaultAnswer
{
    /// <summary>Sets what every such answer has.</summary>
    public static void Begin(HttpContext context, int status, string hint)
    {
        context.Response.StatusCode = status;
        var exchange = context.Exchange();
        if (exchange.Route is { Kind: RouteKind.Blob })
            BlobHeaders.SetCommon(context, exchange.World, SasToken.Read(context.Request.QueryString));
        Hint.Set(context, hint);
    }

    /// <summary>Refuses as whoever answers on this route would: the service, its storage account or its login service.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="code">The error code; null takes the one that goes with the status.</param>
    /// <param name="message">The message.</param>
    /// <param name="hint">What has been done to the request.</param>
    public static Task RefuseAsync(HttpContext context, int status, string? code, string message, string hint)
    {
        Begin(context, status, hint);
        var exchange = context.Exchange();
        return exchange.Route?.Kind switch
        {
            RouteKind.Blob => BlobErrorAnswer.WriteAsync(context, new BlobRefusal(status, code ?? StorageCodeOf(status), message, hint), exchange.World.Time.GetUtcNow()),
            RouteKind.Token => WriteAsync(context, "application/json; charset=utf-8", new JsonText()
                .Raw("{\"error\":").String(code ?? LoginCodeOf(status)).Raw(",\"error_description\":").String(message).Raw("}").ToArray()),
            _ => ErrorEnvelope.WriteAsync(context, new Refusal(status, code ?? CodeOf(status), message, hint)),
        };
    }

    /// <summary>The bare page of a gateway: no JSON, no envelope, no Retry-After.</summary>
    public static Task WriteGatewayPageAsync(HttpContext context, int status, string hint)
    {
        Begin(context, status, hint);
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
        return WriteAsync(context, "text/html", Encoding.ASCII.GetBytes(
            $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n"));
    }

    private static Task WriteAsync(HttpContext context, string contentType, byte[] body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    // TooManyRequests, BadGateway: the service's codes are the phrases of HTTP without their blanks.
    private static string CodeOf(int status) =>
        ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? string.Concat(phrase.Where(char.IsAsciiLetter)) : "Error";

    private static string StorageCodeOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "AuthenticationFailed",
        StatusCodes.Status404NotFound => "BlobNotFound",
        StatusCodes.Status500InternalServerError => "InternalError",
        StatusCodes.Status503ServiceUnavailable => "ServerBusy",
        _ => CodeOf(status),
    };

    private static string LoginCodeOf(int status) => status >= StatusCodes.Status500InternalServerError ? "temporarily_unavailable" : "invalid_request";
}
