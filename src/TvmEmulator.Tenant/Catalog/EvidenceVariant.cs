namespace TvmEmulator.Tenants.Catalog;

/// <summary>
/// One way in which an installation shows itself. Paths are templates: <c>{version}</c>, <c>{major}</c>, <c>{track}</c> and <c>{user}</c> stand for
/// what the installation has there.
/// </summary>
/// <param name="Share">Percent of the installations that look like this; the variants of a family add up to 100.</param>
/// <param name="Disk">Where files lie; may be empty.</param>
/// <param name="Registry">Registry keys, with or without the hive; may be empty.</param>
public sealed record EvidenceVariant(int Share, string[] Disk, string[] Registry)
{
    /// <summary>Stands in a path for the account name of the device's user.</summary>
    public const string User = "{user}";

    /// <summary>Whether the paths stand for themselves and hold no placeholders, as those of a given organization.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The disk paths of one version; <see cref="User"/> is left as it is.</summary>
    public IEnumerable<string> DiskPaths(Track track, string version) => Disk.Select(path => IsLiteral ? path : Resolve(path, track, version));

    /// <summary>The registry paths of one version; <see cref="User"/> is left as it is.</summary>
    public IEnumerable<string> RegistryPaths(Track track, string version) => Registry.Select(path => IsLiteral ? path : Resolve(path, track, version));

    private static string Resolve(string path, Track track, string version)
    {
        if (!path.Contains('{', StringComparison.Ordinal))
            return path;

        var end = version.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return path.Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{major}", end < 0 ? version : version[..end], StringComparison.Ordinal)
            .Replace("{track}", track.Name, StringComparison.Ordinal);
    }
}
