using TvmEmulator.Worlds;

namespace TvmEmulator.Blobs;

/// <summary>The headers of answers about blobs.</summary>
internal static class BlobHeaders
{
    /// <summary>
    /// The .gz file is the content, without a Content-Encoding: with one, HTTP clients would unpack it and then fail to unpack it again.
    /// </summary>
    public const string ContentType = "application/octet-stream";

    /// <summary>Name of the header that numbers an answer.</summary>
    public const string RequestId = "x-ms-request-id";

    private const string Version = "x-ms-version";
    private const string ClientRequestId = "x-ms-client-request-id";

    // What version the account speaks when neither header nor SAS say one: that of the SDK that signs the links.
    private const string DefaultVersion = "2023-01-03";

    // Azure's own limit.
    private const int MostOfClientRequestId = 1024;

    /// <summary>Sets what every answer has, error or not.</summary>
    public static void SetCommon(HttpContext context, World world, SasToken sas)
    {
        var request = context.Request;
        var headers = context.Response.Headers;
        headers[RequestId] = world.DeriveGuid($"blob {world.Time.GetUtcNow().UtcTicks} {request.Method} {request.Path} {request.QueryString}").ToString();

        var version = request.Headers[Version].ToString();
        headers[Version] = SasCheck.IsDate(version) ? version : SasCheck.IsDate(sas["sv"]) ? sas["sv"] : DefaultVersion;

        // A header of an answer must be printable ASCII; that of a request need not be.
        var client = request.Headers[ClientRequestId].ToString();
        if (client.Length is > 0 and <= MostOfClientRequestId && !client.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            headers[ClientRequestId] = client;
    }

    /// <summary>Sets what describes a version of a blob; also stands in a 304.</summary>
    public static void SetIdentity(HttpResponse response, string etag, DateTimeOffset lastModified)
    {
        response.Headers.ETag = etag;
        response.Headers.LastModified = lastModified.ToString("R");
    }

    /// <summary>Sets what describes the content, whole or a range of it.</summary>
    public static void SetContent(HttpResponse response, StoredFile file, BlobRange range, DateTimeOffset created)
    {
        var headers = response.Headers;
        response.ContentType = ContentType;
        response.ContentLength = range.Count;
        headers.AcceptRanges = "bytes";
        headers["x-ms-blob-type"] = "BlockBlob";
        headers["x-ms-creation-time"] = created.ToString("R");
        headers["x-ms-lease-state"] = "available";
        headers["x-ms-lease-status"] = "unlocked";
        headers["x-ms-server-encrypted"] = "true";

        var md5 = Convert.ToBase64String(file.Md5);
        if (range.IsPart)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            headers.ContentRange = $"bytes {range.First}-{range.First + range.Count - 1}/{file.Length}";
            headers["x-ms-blob-content-md5"] = md5;
        }
        else
        {
            headers.ContentMD5 = md5;
        }
    }
}
