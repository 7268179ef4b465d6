namespace TvmEmulator.Redaction;

/// <summary>
/// The names of devices and people that the columns of all files name. They are collected before anything is replaced, because they also stand in
/// paths and other texts.
/// </summary>
internal sealed class NameBook
{
    // Shorter ones would be found in the middle of everything.
    private const int FewestCharacters = 3;

    // Words of every machine, which a device or a person may also be called.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "users", "home", "public", "default", "shared", "program", "files", "windows", "system32", "appdata", "local", "roaming", "programs", "data",
        "software", "microsoft", "classes", "current", "version", "currentversion", "uninstall", "wow6432node", "hkey", "machine", "usr", "lib", "lib64", "bin",
        "opt", "var", "etc", "tmp", "temp", "library", "applications", "system", "common", "application", "exe", "dll", "com", "org", "net", "app", "example",
        "json", "jsonl", "ndjson", "unassigned", "unassignedgroup",
    };

    private readonly Dictionary<string, NameKind>.AlternateLookup<ReadOnlySpan<char>> _kinds =
        new Dictionary<string, NameKind>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string> _groups = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of groups, the longest first, because one may be a part of another.</summary>
    public IEnumerable<string> Groups => _groups.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes in the id of a device.</summary>
    public void AddDeviceId(string id) => Add(id, NameKind.DeviceId);

    /// <summary>Takes in the name of a device: its first label, and the domain behind it.</summary>
    public void AddDeviceName(string name)
    {
        var (host, domain) = Parts(name);
        Add(host, NameKind.Host);
        // A domain of one label is a word that may mean anything.
        if (domain.Contains('.'))
            Add(domain, NameKind.Domain);
    }

    /// <summary>Takes in the name of an account.</summary>
    public void AddUser(string name) => Add(name, NameKind.User);

    /// <summary>Takes in the name of an RBAC group.</summary>
    public void AddGroup(string name)
    {
        if (IsTelling(name))
            _groups.Add(name);
    }

    /// <summary>What a word of any text is the name of; null when of nothing.</summary>
    public NameKind? Find(ReadOnlySpan<char> word) => word.Length >= FewestCharacters && _kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>First label and domain of a device's name; the domain is empty when there is none.</summary>
    public static (string Host, string Domain) Parts(string name)
    {
        var dot = name.IndexOf('.');
        return dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
    }

    private void Add(string name, NameKind kind)
    {
        if (IsTelling(name))
            _kinds.TryAdd(name, kind);
    }

    private static bool IsTelling(string name) => name.Length >= FewestCharacters && !Common.Contains(name);
}
