using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TvmEmulator.Scenarios.Documents;

/// <summary>
/// Reads an object member by member. What is wrong is noted with its line, its place and what is needed there, and reading goes on with nothing
/// in its place; a member that nobody has asked for by <see cref="End"/> is unknown.
/// </summary>
internal sealed class ObjectReader
{
    /// <summary>The most characters of a text, unless something else is said.</summary>
    public const int MostCharacters = 512;

    private readonly Dictionary<string, DocumentMember> _members = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly DocumentErrors _errors;
    private readonly string _place;
    private readonly bool _isObject;
    private readonly int _line;

    /// <param name="node">The object; anything else is noted.</param>
    /// <param name="place">The keys that lead to it; empty for the document.</param>
    /// <param name="errors">Where everything that is wrong is noted.</param>
    public ObjectReader(DocumentNode node, string place, DocumentErrors errors)
    {
        _errors = errors;
        _place = place;
        _line = node.Line;
        if (node is ObjectNode { Members: var members })
        {
            _isObject = true;
            foreach (var member in members)
                _members.Add(member.Key, member);
        }
        else
        {
            errors.Add(node.Line, place, "an object is needed");
        }
    }

    /// <summary>Whether a member is there.</summary>
    public bool Has(string key) => _members.ContainsKey(key);

    /// <summary>Notes members that are missing.</summary>
    public ObjectReader Need(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_isObject && !Has(key))
                _errors.Add(_line, _place, $"{key} is missing");
        }

        return this;
    }

    /// <summary>Notes that none of some members is there.</summary>
    public void NeedOneOf(params string[] keys)
    {
        if (_isObject && !keys.Any(Has))
            _errors.Add(_line, _place, $"one of {string.Join(", ", keys)} is missing");
    }

    /// <summary>Notes members of which more than one is there.</summary>
    public void AtMostOneOf(params string[] keys)
    {
        if (keys.Where(Has).Skip(1).FirstOrDefault() is { } second)
            Wrong(second, $"only one of {string.Join(", ", keys)} can stand here");
    }

    /// <summary>Notes members that are there beside one that they cannot stand with.</summary>
    public void NotBeside(string key, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
        {
            if (Has(key) && Has(other))
                Wrong(other, $"cannot stand beside {key}");
        }
    }

    /// <summary>Notes what is wrong with a member.</summary>
    public void Wrong(string key, string what) => _errors.Add(_members.TryGetValue(key, out var member) ? member.Value.Line : _line, PlaceOf(key), what);

    /// <summary>A text; null when it is absent or wrong.</summary>
    public string? Text(string key, int most = MostCharacters) => Find(key) is { } node ? TextOf(node, PlaceOf(key), most, acceptsNumbers: false) : null;

    /// <summary>A version: a text, or a number as it was written.</summary>
    public string? Version(string key) => Find(key) is { } node ? TextOf(node, PlaceOf(key), MostCharacters, acceptsNumbers: true) : null;

    /// <summary>A list of texts; null when it is absent.</summary>
    public IReadOnlyList<string>? Texts(string key, int most) => Items(key, most, (item, place) => TextOf(item, place, MostCharacters, acceptsNumbers: false));

    /// <summary>A list of versions; null when it is absent.</summary>
    public IReadOnlyList<string>? Versions(string key, int most) => Items(key, most, (item, place) => TextOf(item, place, MostCharacters, acceptsNumbers: true));

    /// <summary>A value that is read from what was written; null when it is absent or wrong.</summary>
    /// <param name="key">The member.</param>
    /// <param name="needed">What is needed, for the message.</param>
    /// <param name="read">Reads it; null when it is something else.</param>
    public T? Value<T>(string key, string needed, Func<ScalarNode, T?> read)
        where T : struct
    {
        if (Find(key) is not { } node)
            return null;
        if (node is ScalarNode scalar && read(scalar) is { } value)
            return value;

        Wrong(key, node is ScalarNode { Text: var text } ? $"{needed} is needed, not {DocumentErrors.Quoted(text)}" : $"{needed} is needed");
        return null;
    }

    /// <summary>A text that a parser understands; the parser answers null to any other.</summary>
    public T? Parsed<T>(string key, string needed, Func<string, T?> parse)
        where T : struct =>
        Value(key, needed, scalar => scalar.Kind == ScalarKind.Text ? parse(scalar.Text) : null);

    /// <summary>One of a few words.</summary>
    public string? OneOf(string key, IReadOnlyCollection<string> words, StringComparison comparison = StringComparison.Ordinal)
    {
        if (Text(key) is not { } text)
            return null;
        if (words.FirstOrDefault(word => word.Equals(text, comparison)) is { } known)
            return known;

        var nearest = EditDistance.Nearest(text, words) is { } near ? $"nearest is {near}; " : "";
        Wrong(key, $"{DocumentErrors.Quoted(text)} is not known, {nearest}allowed are {string.Join(", ", words)}");
        return null;
    }

    /// <summary>A value of an enumeration, written in camelCase; null when it is absent or wrong.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum =>
        OneOf(key, [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)]) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    /// <summary>true or false; false when it is absent.</summary>
    public bool Flag(string key) =>
        Value<bool>(key, "true or false", scalar => scalar.Kind == ScalarKind.Boolean ? scalar.Text[0] is 't' or 'T' : null) ?? false;

    /// <summary>A whole number within limits, both included; null when it is absent.</summary>
    public long? WholeNumber(string key, long least, long most) => Value<long>(key, $"a whole number from {least} to {most}", scalar =>
        scalar.Kind == ScalarKind.Number && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null);

    /// <summary>A number within limits, both included; null when it is absent.</summary>
    public decimal? Number(string key, decimal least, decimal most) => Value<decimal>(key, $"a number from {least} to {most}", scalar =>
        scalar.Kind == ScalarKind.Number && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null);

    /// <summary>A value without parts, whatever its kind.</summary>
    public ScalarNode? Scalar(string key)
    {
        if (Find(key) is not { } node)
            return null;
        if (node is ScalarNode { Kind: var kind } scalar && (kind != ScalarKind.Text || TextOf(node, PlaceOf(key), MostCharacters, acceptsNumbers: true) is not null))
            return scalar;
        if (node is not ScalarNode)
            Wrong(key, "a text, a number, true, false or null is needed");
        return null;
    }

    /// <summary>An object; null when it is absent.</summary>
    public ObjectReader? Object(string key) => Find(key) is { } node ? new ObjectReader(node, PlaceOf(key), _errors) : null;

    /// <summary>A list of objects; null when it is absent.</summary>
    public IReadOnlyList<T>? Objects<T>(string key, int most, Func<ObjectReader, T> read)
        where T : class =>
        Find(key) is { } node ? ObjectsOf(node, PlaceOf(key), most, _errors, read) : null;

    /// <summary>Notes the members that nobody has asked for.</summary>
    public void End()
    {
        foreach (var (key, member) in _members)
        {
            if (_known.Contains(key))
                continue;
            var nearest = EditDistance.Nearest(key, _known) is { } near ? $"nearest is {near}; " : "";
            _errors.Add(member.Line, _place, $"the key {DocumentErrors.Quoted(key)} is not known, {nearest}allowed are {string.Join(", ", _known.Distinct(StringComparer.Ordinal))}");
        }
    }

    /// <summary>Reads a list of objects that is not a member of another one; null when it is no list.</summary>
    /// <param name="node">The list; anything else is noted.</param>
    /// <param name="place">The keys that lead to it.</param>
    /// <param name="most">How many objects may be in it.</param>
    /// <param name="errors">Where everything that is wrong is noted.</param>
    /// <param name="read">Reads one object.</param>
    public static IReadOnlyList<T>? ObjectsOf<T>(DocumentNode node, string place, int most, DocumentErrors errors, Func<ObjectReader, T> read)
        where T : class =>
        ItemsOf(node, place, most, errors, (item, itemPlace) => read(new ObjectReader(item, itemPlace, errors)));

    private static IReadOnlyList<T>? ItemsOf<T>(DocumentNode node, string place, int most, DocumentErrors errors, Func<DocumentNode, string, T?> read)
        where T : class
    {
        if (node is not ListNode { Items: var items })
        {
            errors.Add(node.Line, place, "a list is needed");
            return null;
        }

        if (items.Count > most)
            errors.Add(node.Line, place, $"at most {most} are allowed, not {items.Count}");
        return [.. items.Take(most).Select((item, index) => read(item, $"{place}[{index}]")).OfType<T>()];
    }

    private IReadOnlyList<T>? Items<T>(string key, int most, Func<DocumentNode, string, T?> read)
        where T : class =>
        Find(key) is { } node ? ItemsOf(node, PlaceOf(key), most, _errors, read) : null;

    private string? TextOf(DocumentNode node, string place, int most, bool acceptsNumbers)
    {
        if (node is not ScalarNode scalar || !(scalar.Kind == ScalarKind.Text || (acceptsNumbers && scalar.Kind == ScalarKind.Number)))
            _errors.Add(node.Line, place, node is ScalarNode { Kind: not ScalarKind.Null, Text: var plain } ? $"a text is needed: put {DocumentErrors.Quoted(plain)} into quotes" : "a text is needed");
        else if (scalar.Text.Length == 0 || scalar.Text.Length > most)
            _errors.Add(node.Line, place, $"a text of 1 to {most} characters is needed");
        else if (scalar.Text.Any(char.IsControl) || scalar.Text.EnumerateRunes().Contains(Rune.ReplacementChar))
            _errors.Add(node.Line, place, "a text without control characters is needed");
        else
            return scalar.Text;
        return null;
    }

    private DocumentNode? Find(string key)
    {
        _known.Add(key);
        return _members.TryGetValue(key, out var member) ? member.Value : null;
    }

    private string PlaceOf(string key) => _place.Length == 0 ? key : $"{_place}.{key}";
}
