using System.Buffers;
using System.Text;

namespace TvmEmulator.Journal;

/// <summary>Takes secrets out of queries and forms before they are kept.</summary>
internal static class Masking
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    // Of a query. HTML escapes leave a semicolon before a name (&amp;sig=...).
    private const string PairEnds = "?&;";

    // Clients escape twice, or put a whole link into one value.
    private const int MostEscapings = 3;

    private const int MostNameCharacters = 32;

    private static readonly string[] SecretNames =
        ["sig", "client_secret", "client_assertion", "assertion", "password", "refresh_token", "access_token", "id_token", "code", "token", "secret", "pwd", "api_key", "apikey", "authorization"];

    private static readonly HashSet<string> Secrets = new(SecretNames, StringComparer.OrdinalIgnoreCase);
    private static readonly SearchValues<string> SecretPairs = SearchValues.Create([.. SecretNames.Select(name => name + "=")], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Suspicious = SearchValues.Create([.. SecretNames, "%"], StringComparison.OrdinalIgnoreCase);

    // Of a form only these values are shown, so that the value of a misspelt client_secret stays secret as well.
    private static readonly HashSet<string> Harmless = new(
        ["grant_type", "client_id", "client_assertion_type", "client_info", "resource", "scope", "response_type", "username"], StringComparer.OrdinalIgnoreCase);

    // Anything else in a form (a line end, a brace, a second equals sign) can mean that it is no form.
    private static readonly SearchValues<char> PlainName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_");
    private static readonly SearchValues<char> PlainValue = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+-._~:/@!*'(),$");

    /// <summary>A query with its secrets masked; everything else stays as it was sent.</summary>
    public static string Query(string query) => ReplacePairs(query, PairEnds, QueryPair);

    /// <summary>A form in which everything is masked but names and what is known to be harmless.</summary>
    public static string Form(string form) => ReplacePairs(form, "&", FormPair);

    /// <summary>Replaces the pairs for which there is a replacement.</summary>
    private static string ReplacePairs(string text, string ends, Func<ReadOnlySpan<char>, string?> replacementOf)
    {
        StringBuilder? replaced = null;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(ends);
            var end = length < 0 ? text.Length : start + length;
            var pair = text.AsSpan(start, end - start);
            var replacement = replacementOf(pair);
            if (replacement is not null)
                replaced ??= new StringBuilder(text, 0, start, text.Length);
            replaced?.Append(replacement ?? pair);
            if (end < text.Length)
                replaced?.Append(text[end]);
            start = end + 1;
        }

        return replaced?.ToString() ?? text;
    }

    private static string? QueryPair(ReadOnlySpan<char> pair)
    {
        // Nearly all pairs end here, and cost nothing.
        if (!pair.ContainsAny(Suspicious))
            return null;

        var equals = pair.IndexOf('=');
        var name = Decode(pair[..Math.Max(equals, 0)]);
        if (HoldsSecret(name))
            return Mask;

        var lastName = name[(name.AsSpan().LastIndexOfAny(PairEnds) + 1)..].Replace('+', ' ').Trim();
        return Secrets.Contains(lastName) || HoldsSecret(Decode(pair[(equals + 1)..])) ? Masked(pair, equals) : null;
    }

    private static string? FormPair(ReadOnlySpan<char> pair)
    {
        if (pair.IsEmpty)
            return null;

        var equals = pair.IndexOf('=');
        if (equals is <= 0 or > MostNameCharacters || equals == pair.Length - 1 || pair[..equals].ContainsAnyExcept(PlainName))
            return Mask;
        return Harmless.Contains(pair[..equals].ToString()) && !pair[(equals + 1)..].ContainsAnyExcept(PlainValue) ? null : Masked(pair, equals);
    }

    private static string Masked(ReadOnlySpan<char> pair, int equals) => $"{pair[..(equals + 1)]}{Mask}";

    private static bool HoldsSecret(string decoded) => decoded.AsSpan().ContainsAny(SecretPairs);

    private static string Decode(ReadOnlySpan<char> escaped)
    {
        var text = escaped.ToString();
        for (var i = 0; i < MostEscapings && text.Contains('%', StringComparison.Ordinal); i++)
            text = Uri.UnescapeDataString(text);
        return text;
    }
}
