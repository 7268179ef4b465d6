using TvmEmulator.OData;

namespace TvmEmulator.Api;

/// <summary>
/// The <c>@odata.nextLink</c> of a page, rebuilt from the request as the service does: names in lower case, values as sent (a blank becomes
/// <c>%20</c>), in their order, with <c>$skiptoken</c> at the end (contract: the non-CPE and delta pages' examples).
/// </summary>
internal static class NextLink
{
    /// <summary>Builds the link, from the path on.</summary>
    /// <param name="path">Path of the route in its canonical casing.</param>
    /// <param name="query">The request's query.</param>
    /// <param name="token">Where the next page begins. Padding of the base64 is percent-encoded, so that every URL parser leaves it alone.</param>
    public static string Of(string path, QueryParameters query, SkipToken token)
    {
        var kept = query.All
            .Where(parameter => parameter.Name != "$skiptoken")
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Name).Replace("%24", "$", StringComparison.Ordinal)}={Value(parameter.Raw)}&");
        return $"{path}?{string.Concat(kept)}$skiptoken={token.Encode().Replace("=", "%3D", StringComparison.Ordinal)}";
    }

    // A raw '#' would begin the fragment, and the token behind it would never be sent.
    private static string Value(string raw) => raw
        .Replace("+", "%20", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("#", "%23", StringComparison.Ordinal);
}
