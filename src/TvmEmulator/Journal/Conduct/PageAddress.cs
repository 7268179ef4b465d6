using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace TvmEmulator.Journal.Conduct;

/// <summary>
/// The query of a page taken apart, so that two of them can be compared: HTTP stacks escape what they like, so only decoded names in lower case
/// and decoded values count, and their order does not.
/// </summary>
/// <param name="Token">The skip token; null on a first page.</param>
/// <param name="Rest">All other parameters, in one order.</param>
/// <param name="HasTop">Whether $top is among them.</param>
/// <param name="Skip">The value of $skip; 0 when it is absent or no number.</param>
internal sealed record PageAddress(string? Token, string Rest, bool HasTop, int Skip)
{
    // Links are remembered, and a request line can be long: beyond this a hash stands for the text.
    private const int MostCharacters = 200;

    /// <summary>Reads a query, with or without its question mark.</summary>
    public static PageAddress Of(string query)
    {
        string? token = null;
        var hasTop = false;
        var skip = 0;
        List<string> rest = [];
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString().Trim().ToLowerInvariant();
            var value = pair.DecodeValue().ToString();
            if (name == "$skiptoken" && token is null)
            {
                token = value.Trim();
                continue;
            }

            rest.Add($"{name}={value}");
            hasTop |= name == "$top";
            if (name == "$skip" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                skip = number;
        }

        rest.Sort(StringComparer.Ordinal);
        return new PageAddress(token, Short(string.Join('\n', rest)), hasTop, skip);
    }

    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads the query of a link.</summary>
    public static PageAddress OfLink(string link)
    {
        var mark = link.IndexOf('?', StringComparison.Ordinal);
        return Of(mark < 0 ? "" : link[mark..]);
    }
}
