namespace TvmEmulator.OData;

/// <summary>
/// The parameters of a request's query in their order. Names are compared in any letter case and may be percent-encoded (<c>%24top</c>);
/// values are kept as they were sent, because links repeat them.
/// </summary>
internal sealed class QueryParameters
{
    private readonly List<(string Name, string Raw)> _parameters = [];

    private QueryParameters()
    {
    }

    /// <summary>Names in lower case with the values as sent.</summary>
    public IReadOnlyList<(string Name, string Raw)> All => _parameters;

    /// <summary>Reads a query string, with or without its question mark.</summary>
    public static QueryParameters Parse(QueryString query)
    {
        var parameters = new QueryParameters();
        foreach (var pair in (query.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            parameters._parameters.Add((Decode(name).Trim().ToLowerInvariant(), equals < 0 ? "" : pair[(equals + 1)..]));
        }

        return parameters;
    }

    /// <summary>
    /// Refuses system query options (<c>$...</c>) that a route does not have: ignored, they would let a client believe that it got what it asked for.
    /// </summary>
    /// <param name="supported">The names of those that it has.</param>
    public Refusal? RefuseOptionsExcept(params string[] supported)
    {
        foreach (var (name, _) in _parameters)
        {
            if (name.StartsWith('$') && !supported.Contains(name, StringComparer.Ordinal))
                return Refusal.BadRequest($"The query option {Shortened(name)} is not supported here, {(supported.Length == 0 ? "nor is any other" : "only " + string.Join(", ", supported))}.");
        }

        return null;
    }

    /// <summary>The decoded value of a parameter, null when it is absent; a parameter that is given twice is refused.</summary>
    public (string? Value, Refusal? Refusal) Single(string name)
    {
        string? found = null;
        foreach (var (parameter, raw) in _parameters)
        {
            if (!parameter.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null)
                return (null, Refusal.BadRequest($"Parameter {name} is given more than once."));
            found = Decode(raw).Trim();
        }

        return (found, null);
    }

    /// <summary>The value of a whole-number parameter; null when it is absent.</summary>
    /// <param name="name">Its name as the documents write it.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    public (int? Value, Refusal? Refusal) WholeNumber(string name, int least, int most)
    {
        var (text, refusal) = Single(name);
        if (refusal is not null || text is null)
            return (null, refusal);
        // Digits only: the parser would take trailing NULs as well.
        return text.All(char.IsAsciiDigit) && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? (value, null)
            : (null, Refusal.BadRequest($"The value '{Shortened(text)}' of parameter {name} is not valid: a whole number from {least} to {most} is needed."));
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
