using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.OData;

namespace TvmEmulator.Control;

/// <summary>
/// A JSON object that a control call sent, read member by member. What is wrong is noted with its place and what is needed there; a member that
/// nobody has asked for by the time of <see cref="Refuse"/> is unknown.
/// </summary>
internal sealed class ControlBody
{
    // One at a time would be tedious, all of a long list too much to read.
    private const int MostNotes = 5;

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly List<ControlBody> _items = [];
    private readonly List<string> _notes;
    private readonly string _place;

    private ControlBody(JsonElement? element, string place, List<string> notes)
    {
        _place = place;
        _notes = notes;
        if (element is { ValueKind: JsonValueKind.Object } json)
        {
            foreach (var member in json.EnumerateObject())
                _members.Add(member.Name, member.Value);
        }
        else if (element is not null)
        {
            Note("", "an object");
        }
    }

    /// <summary>Reads the body of a call; an empty one is an object without members.</summary>
    public static async Task<ControlBody> ReadAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var body = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        // Editors leave a byte order mark, which is no JSON.
        return Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body);
    }

    /// <summary>Reads a body.</summary>
    public static ControlBody Parse(ReadOnlyMemory<byte> utf8)
    {
        var notes = new List<string>();
        if (utf8.IsEmpty)
            return new ControlBody(element: null, "", notes);

        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
            ReadTexts(document.RootElement);
            return new ControlBody(document.RootElement.Clone(), "", notes);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            notes.Add($"the body is no JSON: {Shortened(wrong.Message.Split(" LineNumber:")[0])}");
            return new ControlBody(element: null, "", notes);
        }
    }

    /// <summary>Everything that is wrong; null when nothing is. To be called once, when all members have been read.</summary>
    public Refusal? Refuse()
    {
        NoteUnknown();
        return _notes.Count == 0 ? null : Refusal.BadRequest(string.Join("; ", _notes));
    }

    /// <summary>Whether a member is there.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text; null when it is absent.</summary>
    public string? Text(string name, string needed = "a text") => Read(name, needed, value => value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    /// <summary>A text that a parser understands; the parser answers null to any other.</summary>
    public T? Parsed<T>(string name, string needed, Func<string, T?> parse)
        where T : struct =>
        ReadValue(name, needed, value => value.ValueKind == JsonValueKind.String ? parse(value.GetString()!) : null);

    /// <summary>A duration; null when it is absent.</summary>
    public TimeSpan? Duration(string name) => Parsed(name, DurationText.Needed, DurationText.Parse);

    /// <summary>A time; null when it is absent.</summary>
    public DateTimeOffset? Time(string name) => Parsed(name, ControlTime.Needed, ControlTime.Parse);

    /// <summary>true or false; null when it is absent.</summary>
    public bool? Flag(string name) => ReadValue<bool>(name, "true or false", value => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    });

    /// <summary>A whole number within limits, both included; null when it is absent.</summary>
    public long? WholeNumber(string name, long least, long most) => ReadValue<long>(name, $"a whole number from {least} to {most}", value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most ? number : null);

    /// <summary>A number within limits, both included; null when it is absent.</summary>
    public decimal? Number(string name, decimal least, decimal most) => ReadValue<decimal>(name, $"a number from {least} to {most}", value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least && number <= most ? number : null);

    /// <summary>A list of texts; null when it is absent.</summary>
    public IReadOnlyList<string>? Texts(string name, string needed = "a list of texts") => Read(name, needed, value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? (IReadOnlyList<string>)[.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null);

    /// <summary>A list of objects; empty when it is absent.</summary>
    public IReadOnlyList<ControlBody> List(string name)
    {
        var list = Read<ControlBody[]>(name, "a list of objects", value => value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select((item, index) => new ControlBody(item, $"{_place}{name}[{index}].", _notes))]
            : null) ?? [];
        _items.AddRange(list);
        return list;
    }

    /// <summary>Notes that a member is wrong.</summary>
    /// <param name="name">Its name; empty for the object itself.</param>
    /// <param name="needed">What is needed there.</param>
    public void Note(string name, string needed) => Note($"{Place(name)}: {needed} is needed");

    private void Note(string note)
    {
        if (_notes.Count < MostNotes && !_notes.Contains(note))
            _notes.Add(note);
    }

    /// <summary>The parser looks into texts only when they are read; here it fails at once for half a surrogate or bytes that are no UTF-8.</summary>
    private static void ReadTexts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            element.GetString();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                ReadTexts(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                _ = member.Name;
                ReadTexts(member.Value);
            }
        }
    }

    private string Place(string name) => (_place + name).TrimEnd('.') is { Length: > 0 } place ? place : "the body";

    private JsonElement? Find(string name)
    {
        if (!_known.Contains(name))
            _known.Add(name);
        return _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private T? Read<T>(string name, string needed, Func<JsonElement, T?> read)
        where T : class
    {
        if (Find(name) is not { } value)
            return null;

        var result = read(value);
        if (result is null)
            Note(name, needed);
        return result;
    }

    private T? ReadValue<T>(string name, string needed, Func<JsonElement, T?> read)
        where T : struct
    {
        if (Find(name) is not { } value)
            return null;

        var result = read(value);
        if (result is null)
            Note(name, needed);
        return result;
    }

    private void NoteUnknown()
    {
        foreach (var name in _members.Keys.Where(name => !_known.Contains(name)))
            Note($"{Place(Shortened(name))} is unknown, {Allowed()}");
        foreach (var item in _items)
            item.NoteUnknown();
    }

    private static string Shortened(string text) => text.Length <= 100 ? text : text[..100] + "...";

    private string Allowed() => _known.Count == 0 ? "nothing is allowed here" : "allowed are " + string.Join(", ", _known);
}
