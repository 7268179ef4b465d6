
namespace TvmEmulator.OData.Queries;

/// <summary>
/// The <c>@odata.nextLink</c> of an entity set's page: the request's parameters, percent-encoded, with <c>$skip</c> at the end
/// (contract: <c>/api/machines?$filter=onboardingstatus%20eq%20%27onboarded%27&amp;$skip=10000</c>).
/// </summary>
internal static class SkipLink
{
    /// <summary>Builds the link, from the path on.</summary>
    /// <param name="path">Path of the list in its canonical casing.</param>
    /// <param name="query">The request's query.</param>
    /// <param name="skip">Where the next page begins.</param>
    public static string Of(string path, QueryParameters query, int skip)
    {
        var kept = query.All
            .Where(parameter => parameter.Name != "$skip")
            .Select(parameter => $"{Encoded(parameter.Name).Replace("%24", "$", StringComparison.Ordinal)}={Encoded(Decoded(parameter.Raw))}&");
        return $"{path}?{string.Concat(kept)}$skip={skip}";
    }

    private static string Encoded(string text) => Uri.EscapeDataString(text);

    private static string Decoded(string raw) => Uri.UnescapeDataString(raw.Replace('+', ' '));
}
