using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Configuration;

/// <summary>Reads the texts of options that are more than a number or a word; null = not such a text.</summary>
internal static class ValueTexts
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm'Z'";
    private static readonly string[] TimeFormats = [TimeFormat, "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>A time as it is written in options: <c>2026-06-30T02:00Z</c>.</summary>
    public static string OfMark(SnapshotMark mark) => mark.At.Utc.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The mark at or before a time, if it is one that the catalog covers.</summary>
    public static SnapshotMark? Mark(string text)
    {
        if (!DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return null;

        var mark = SnapshotMark.AtOrBefore(time);
        return mark >= SnapshotMark.Earliest && mark <= SnapshotMark.Latest ? mark : null;
    }

    /// <summary>A factor from 0.01 to 1,000: digits and at most one point.</summary>
    public static decimal? Factor(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor is >= 0.01m and <= 1000 ? factor : null;

    /// <summary>A key that can be sent in a header.</summary>
    public static string? Key(string text) => text.Length is >= 1 and <= 256 && text.All(character => character is > ' ' and <= '~') ? text : null;

    /// <summary>An address of an interface; <c>*</c> is <see cref="IPAddress.IPv6Any"/>, which takes IPv4 callers as well.</summary>
    public static IPAddress? Address(string text)
    {
        if (text == "*")
            return IPAddress.IPv6Any;
        if (text == "localhost")
            return IPAddress.Loopback;
        if (!IPAddress.TryParse(text, out var address))
            return null;

        // The parser also takes 127.1, 010.0.0.1 and [::1]:80, and each of them means something else than its writer thinks.
        var plain = address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() == text : !text.StartsWith('[');
        return plain ? address : null;
    }

    /// <summary>A folder's name.</summary>
    public static string? Folder(string text) => string.IsNullOrWhiteSpace(text) || text.Contains('\0') ? null : text;

    /// <summary>A file's name.</summary>
    public static string? File(string text) => Folder(text);

    /// <summary>The base of links, without a trailing slash.</summary>
    public static Uri? Base(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && text.AsSpan().IndexOfAny('?', '#') < 0
            ? url
            : null;

    /// <summary>Networks, separated by commas; an address alone is a network of one.</summary>
    public static IReadOnlyList<IPNetwork>? Networks(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else if (part != "*" && Address(part) is { } address)
                networks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            else
                return null;
        }

        return networks;
    }

    /// <summary>Host names and IP addresses, separated by commas; the first label of a name may be a star.</summary>
    public static IReadOnlyList<string>? Hosts(string text)
    {
        var hosts = text.Split(',', StringSplitOptions.TrimEntries);
        return hosts.All(IsHost) ? hosts : null;
    }

    private static bool IsHost(string text)
    {
        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        return Uri.CheckHostName(name) switch
        {
            UriHostNameType.Dns => name.All(char.IsAscii),
            UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(text, out _),
            _ => false,
        };
    }
}
