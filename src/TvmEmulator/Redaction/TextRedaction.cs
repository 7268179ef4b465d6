using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TvmEmulator.Redaction;

/// <summary>Replaces the names in texts.</summary>
internal sealed partial class TextRedaction(NameBook names, Pseudonyms pseudonyms)
{
    // Paths repeat; this many results are kept, then they are forgotten and kept anew.
    private const int MostKept = 100_000;

    // The longest name of a host.
    private const int MostNameCharacters = 255;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly string[] Everybody = ["Public", "Default", "Default User", "All Users", "Shared", "Administrator", "defaultuser0"];

    private static readonly string[] PublicAuthorities =
    [
        "Microsoft", "DigiCert", "Let's Encrypt", "ISRG", "GlobalSign", "Sectigo", "Comodo", "USERTRUST", "AddTrust", "Entrust", "VeriSign", "Symantec", "GeoTrust",
        "Thawte", "Baltimore", "Go Daddy", "GoDaddy", "Starfield", "Amazon", "Google Trust", "Apple", "QuoVadis", "IdenTrust", "Certum", "SwissSign", "T-TeleSec", "Buypass", "ssl.com",
    ];

    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    /// <summary>The accounts whose folders stand in a text.</summary>
    public static IEnumerable<string> UsersIn(string text) =>
        text.AsSpan().IndexOfAny('\\', '/') < 0 ? [] : UserFolder().Matches(text).Select(match => Account(match.Groups["user"].Value)).Where(user => !IsEverybody(user));

    /// <summary>A text of a column as it may be seen.</summary>
    public string Redact(ColumnRule rule, string text) => rule switch
    {
        ColumnRule.Public => text,
        ColumnRule.Id => Id(text),
        ColumnRule.DeviceName => DeviceName(text),
        ColumnRule.GroupName => text is "" or "Unassigned" or "UnassignedGroup" ? text : pseudonyms.Of(NameKind.Group, text),
        ColumnRule.Holder => text.Length == 0 || PublicAuthorities.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)) ? text : pseudonyms.Of(NameKind.Holder, text),
        ColumnRule.Addresses => Addresses(Text(text)),
        _ => Text(text),
    };

    /// <summary>The path of a file, in which the tenant's id and any other name may stand.</summary>
    public string RedactPath(string path)
    {
        path = Tenant().Replace(path, match => match.Groups["before"].Value + pseudonyms.Of(NameKind.Organization, match.Groups["id"].Value));
        return Groups(Words(SecurityIds(Mails(path))));
    }

    private string Id(string text)
    {
        var end = text.IndexOf('_');
        var id = end < 0 ? text : text[..end];
        return names.Find(id) == NameKind.DeviceId ? pseudonyms.Of(NameKind.DeviceId, id) + text[id.Length..] : Text(text);
    }

    private string DeviceName(string text)
    {
        if (text.Length == 0)
            return text;
        var (host, domain) = NameBook.Parts(text);
        return pseudonyms.Of(NameKind.Host, host) + (domain.Length == 0 ? "" : "." + pseudonyms.Of(NameKind.Domain, domain));
    }

    private string Text(string text)
    {
        if (_kept.TryGetValue(text, out var known))
            return known;

        var redacted = UserFolder().Replace(SecurityIds(Mails(text)), match => match.Groups["folder"].Value + User(match.Groups["user"].Value));
        redacted = Words(redacted);
        if (_kept.Count == MostKept)
            _kept.Clear();
        return _kept[text] = redacted;
    }

    private string Mails(string text) => Mail().Replace(text, match => pseudonyms.Of(NameKind.Mail, match.Value));

    private string SecurityIds(string text) => SecurityId().Replace(text, match => pseudonyms.Of(NameKind.SecurityId, match.Value));

    /// <summary>Groups are called by words such as Servers, so that they are looked for in the names of files only.</summary>
    private string Groups(string path)
    {
        foreach (var group in names.Groups)
            path = Regex.Replace(path, $@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(group)}(?![\p{{L}}\p{{Nd}}])", pseudonyms.Of(NameKind.Group, group), RegexOptions.IgnoreCase, Patience);
        return path;
    }

    /// <summary>The account of a folder, which URLs write with %20 for a blank.</summary>
    private static string Account(string folder) => Uri.UnescapeDataString(folder);

    private string User(string folder) => IsEverybody(Account(folder)) ? folder : pseudonyms.Of(NameKind.User, Account(folder));

    private string Addresses(string text)
    {
        text = Adapter().Replace(text, match => pseudonyms.Of(NameKind.Hardware, match.Value));
        return Address().Replace(text, match => IPAddress.TryParse(match.Value, out var address) && !IPAddress.IsLoopback(address) ? pseudonyms.Of(NameKind.Address, match.Value) : match.Value);
    }

    /// <summary>Looks up every word, and every row of words that dots, dashes and underscores join; the longest first.</summary>
    private string Words(string text)
    {
        StringBuilder? changed = null;
        var copied = 0;
        for (var start = 0; start < text.Length;)
        {
            if (LongestName(text, start) is not ({ } known, var end))
            {
                start = NextWord(text, start);
                continue;
            }

            changed ??= new StringBuilder(text.Length);
            changed.Append(text, copied, start - copied).Append(pseudonyms.Of(known, text[start..end]));
            copied = start = end;
        }

        return changed?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private (NameKind? Kind, int End) LongestName(string text, int start)
    {
        var longest = start;
        while (longest < text.Length && longest - start < MostNameCharacters && (IsWord(text[longest]) || IsJoint(text[longest])))
            longest++;
        for (var end = longest; end > start; end--)
        {
            var isEnd = end == text.Length || !IsWord(text[end]);
            if (isEnd && IsWord(text[end - 1]) && names.Find(text.AsSpan(start, end - start)) is { } found)
                return (found, end);
        }

        return (null, start);
    }

    private static int NextWord(string text, int start)
    {
        while (start < text.Length && IsWord(text[start]))
            start++;
        while (start < text.Length && !IsWord(text[start]))
            start++;
        return start;
    }

    private static bool IsEverybody(string name) => Everybody.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '$';

    private static bool IsJoint(char letter) => letter is '.' or '-' or '_';

    [GeneratedRegex(@"(?<folder>(?:^|[\\/])(?:Users|home|Documents and Settings|DOCUME~[0-9])[\\/]+)(?<user>[^\\/""<>|:*?]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex UserFolder();

    [GeneratedRegex(@"S-1-(5-21|12-1)(-[0-9]+){3,5}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SecurityId();

    [GeneratedRegex(@"[\w.+-]+@([\w-]+\.)+[a-z]{2,}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b[0-9]{1,3}(\.[0-9]{1,3}){3}\b|\b[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[0-9a-f]{2}([:-][0-9a-f]{2}){5}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Adapter();

    [GeneratedRegex(@"(?<before>OrgId(=|%3D))(?<id>[0-9a-f-]{36})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tenant();
}
