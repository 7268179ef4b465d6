using System.Text;
using System.Text.Encodings.Web;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.TenantData;

/// <summary>Texts and paths of rows, each kept once: most of them stand in thousands of rows.</summary>
internal sealed class TextPool
{
    /// <summary>The longest text of a column, in bytes of JSON.</summary>
    public const int MostTextBytes = 512;

    /// <summary>The most bytes of JSON that all paths of a row may take; with the other columns they must fit in <see cref="RowReader.MostRowBytes"/>.</summary>
    public const int MostPathBytes = 24_000;

    // Stand between paths, and between disk and registry paths. They are escaped in JSON, and a path with a control character is none.
    private const char PathEnd = '\0', RegistryBegin = '\u0001';

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _texts =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, EvidenceVariant>.AlternateLookup<ReadOnlySpan<char>> _paths =
        new Dictionary<string, EvidenceVariant>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly StringBuilder _disk = new();
    private readonly StringBuilder _registry = new();
    private char[] _key = new char[4096];

    /// <summary>The one string that a text is kept as.</summary>
    /// <returns>Null when it is too long.</returns>
    public string? Text(ReadOnlySpan<char> text)
    {
        if (_texts.TryGetValue(text, out var known))
            return known;
        if (text.Length > MostTextBytes || EncodedBytes(text) > MostTextBytes)
            return null;

        var made = text.ToString();
        _texts[text] = made;
        return made;
    }

    /// <summary>Begins the paths of a row.</summary>
    public void BeginPaths()
    {
        _disk.Clear();
        _registry.Clear();
    }

    /// <summary>Takes in a path.</summary>
    public void AddPath(bool isRegistry, ReadOnlySpan<char> path) => (isRegistry ? _registry : _disk).Append(path).Append(PathEnd);

    /// <summary>The paths of the row as one object; null when there is none.</summary>
    /// <param name="isTooLong">Whether there are too many of them.</param>
    public EvidenceVariant? Paths(out bool isTooLong)
    {
        isTooLong = _disk.Length + _registry.Length > MostPathBytes;
        if (isTooLong || _disk.Length + _registry.Length == 0)
            return null;

        var length = _disk.Length + 1 + _registry.Length;
        if (_key.Length < length)
            _key = new char[2 * length];
        _disk.CopyTo(0, _key, _disk.Length);
        _key[_disk.Length] = RegistryBegin;
        _registry.CopyTo(0, _key.AsSpan(_disk.Length + 1), _registry.Length);
        var key = _key.AsSpan(0, length);
        if (_paths.TryGetValue(key, out var known))
            return known;

        isTooLong = EncodedBytes(key) > MostPathBytes;
        if (isTooLong)
            return null;
        var made = new EvidenceVariant(100, Split(_disk), Split(_registry)) { IsLiteral = true };
        _paths[key] = made;
        return made;
    }

    private static int EncodedBytes(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.ToString()));

    private static string[] Split(StringBuilder paths) => paths.Length == 0 ? [] : paths.ToString(0, paths.Length - 1).Split(PathEnd);
}
