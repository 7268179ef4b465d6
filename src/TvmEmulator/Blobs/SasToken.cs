using Microsoft.AspNetCore.WebUtilities;

namespace TvmEmulator.Blobs;

/// <summary>A service SAS as it arrived: the decoded values of the query, whatever the order and escaping that the client's HTTP stack chose.</summary>
internal sealed class SasToken
{
    // The order in which they are signed since version 2020-12-06; the resource stands after the third.
    private static readonly string[] Times = ["sp", "st", "se"];
    private static readonly string[] Rest = ["si", "sip", "spr", "sv", "sr", "snapshot", "ses", "rscc", "rscd", "rsce", "rscl", "rsct"];
    private static readonly string[] Mandatory = ["sv", "sr", "sp", "se", "sig"];
    private static readonly HashSet<string> Known = [.. Times, .. Rest, "sig"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private SasToken()
    {
    }

    /// <summary>Whether nothing of a SAS is there.</summary>
    public bool IsAbsent => Array.TrueForAll(Mandatory, name => !_values.ContainsKey(name));

    /// <summary>The first mandatory parameter that is missing or empty; null when all are there.</summary>
    public string? Missing => Array.Find(Mandatory, name => this[name].Length == 0);

    /// <summary>A parameter that stands there twice; null when there is none.</summary>
    public string? Doubled { get; private set; }

    /// <summary>A value, empty when it is missing.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>Reads the query of a request.</summary>
    public static SasToken Read(QueryString query)
    {
        var sas = new SasToken();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var name = pair.DecodeName().ToString();
            if (Known.Contains(name) && !sas._values.TryAdd(name, pair.DecodeValue().ToString()))
                sas.Doubled ??= name;
        }

        return sas;
    }

    /// <summary>What is signed: values un-encoded, one on a line, absent ones empty.</summary>
    /// <param name="resource"><c>/blob/account/container/name</c>.</param>
    public string StringToSign(string resource) =>
        string.Join('\n', [.. Times.Select(name => this[name]), resource, .. Rest.Select(name => this[name])]);
}
