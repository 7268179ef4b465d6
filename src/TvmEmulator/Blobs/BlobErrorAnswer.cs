using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.Features;
using TvmEmulator.OData;

namespace TvmEmulator.Blobs;

/// <summary>A refusal on the wire: Azure Storage's XML on one line, without a byte order mark.</summary>
internal static class BlobErrorAnswer
{
    /// <summary>Answers with a refusal. The common headers are set already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">What is wrong.</param>
    /// <param name="time">Service time; stands in the message.</param>
    public static async Task WriteAsync(HttpContext context, BlobRefusal refusal, DateTimeOffset time)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.Headers["x-ms-error-code"] = refusal.Code;
        Hint.Set(context, refusal.Hint);
        // Azure puts its message where others write "Forbidden"; SDKs show it.
        if (refusal.Status != StatusCodes.Status304NotModified && context.Features.Get<IHttpResponseFeature>() is { } feature)
            feature.ReasonPhrase = refusal.Message;

        // An SDK that finds a content type without a body tries to parse nothing.
        if (HttpMethods.IsHead(context.Request.Method) || refusal.Status == StatusCodes.Status304NotModified)
            return;

        var body = Encoding.UTF8.GetBytes(Render(refusal, response.Headers[BlobHeaders.RequestId].ToString(), time));
        response.ContentType = "application/xml";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    private static string Render(BlobRefusal refusal, string requestId, DateTimeOffset time)
    {
        var detail = refusal.Detail is null ? "" : $"<AuthenticationErrorDetail>{Escape(refusal.Detail)}</AuthenticationErrorDetail>";
        var now = time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{refusal.Code}</Code><Message>{Escape(refusal.Message)}"""
            + $"\nRequestId:{requestId}\nTime:{now}</Message>{detail}</Error>";
    }

    // The detail repeats what the client sent, and that can hold characters that XML cannot.
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Create(text.Length, text, static (safe, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                safe[i] = XmlConvert.IsXmlChar(source[i]) ? source[i] : '?';
        }));
}
