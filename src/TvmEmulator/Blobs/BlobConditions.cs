using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TvmEmulator.Blobs;

/// <summary>The conditional headers of a request, in the order of RFC 9110: match or unmodified (412), then none match or modified (304).</summary>
internal static class BlobConditions
{
    /// <summary>Null when the blob is to be sent.</summary>
    /// <param name="headers">Headers of the request.</param>
    /// <param name="etag">The blob's ETag, with its quotes.</param>
    /// <param name="lastModified">When the blob was made, in whole seconds.</param>
    public static BlobRefusal? Refuse(IHeaderDictionary headers, string etag, DateTimeOffset lastModified)
    {
        if (!TryReadTime(headers.IfUnmodifiedSince, out var unmodifiedSince) || !TryReadTime(headers.IfModifiedSince, out var modifiedSince))
            return BlobRefusal.InvalidHeader("a time in a header is written like Tue, 30 Jun 2026 02:00:00 GMT");

        if (headers.IfMatch.Count > 0)
        {
            if (!Matches(headers.IfMatch, etag, weak: false))
                return BlobRefusal.ConditionNotMet(StatusCodes.Status412PreconditionFailed, $"If-Match does not name the blob's ETag {etag}");
        }
        else if (lastModified > unmodifiedSince)
        {
            return BlobRefusal.ConditionNotMet(StatusCodes.Status412PreconditionFailed, $"the blob was modified at {lastModified:R}");
        }

        if (headers.IfNoneMatch.Count > 0)
        {
            if (Matches(headers.IfNoneMatch, etag, weak: true))
                return BlobRefusal.ConditionNotMet(StatusCodes.Status304NotModified, "If-None-Match names the blob's ETag");
        }
        else if (lastModified <= modifiedSince)
        {
            return BlobRefusal.ConditionNotMet(StatusCodes.Status304NotModified, $"the blob was modified at {lastModified:R}");
        }

        return null;
    }

    private static bool Matches(StringValues lists, string etag, bool weak)
    {
        foreach (var list in lists)
        {
            foreach (var entry in list.AsSpan().Split(','))
            {
                var tag = list.AsSpan(entry).Trim();
                if (weak && tag.StartsWith("W/", StringComparison.Ordinal))
                    tag = tag[2..];
                // Azure also takes a tag without quotes.
                if (tag.SequenceEqual("*") || tag.SequenceEqual(etag) || tag.SequenceEqual(etag.AsSpan().Trim('"')))
                    return true;
            }
        }

        return false;
    }

    private static bool TryReadTime(StringValues header, out DateTimeOffset? time)
    {
        time = null;
        if (header.Count == 0)
            return true;
        if (!HeaderUtilities.TryParseDate(header.ToString(), out var parsed))
            return false;

        time = parsed;
        return true;
    }
}
