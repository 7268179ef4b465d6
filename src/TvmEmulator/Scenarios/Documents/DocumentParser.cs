using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TvmEmulator.Scenarios.Documents;

/// <summary>
/// Parses YAML, and with it JSON, into nodes with their lines. It reads the parser's events rather than the library's own model, which follows
/// nested brackets on the stack as deep as they go.
/// </summary>
internal sealed class DocumentParser
{
    /// <summary>The most values of a document, with aliases counted as what they stand for.</summary>
    public const int MostNodes = 100_000;

    /// <summary>The most lists and objects inside each other.</summary>
    public const int MostDepth = 32;

    private readonly Parser _events;
    private readonly DocumentErrors _errors;
    private readonly Dictionary<AnchorName, DocumentNode> _anchors = [];
    private int _parsed;

    private DocumentParser(string text, DocumentErrors errors)
    {
        _events = new Parser(new StringReader(text.TrimStart('\uFEFF')));
        _errors = errors;
    }

    /// <summary>Parses a text of one document; null when it cannot be, and then the errors say why.</summary>
    public static DocumentNode? Parse(string text, DocumentErrors errors)
    {
        try
        {
            return new DocumentParser(text, errors).Document();
        }
        catch (DocumentException wrong)
        {
            errors.Add(wrong.Line, "", wrong.Message);
        }
        catch (YamlException wrong)
        {
            errors.Add((int)Math.Max(1, wrong.Start.Line), "", $"is neither YAML nor JSON: {wrong.Message}");
        }

        return null;
    }

    private DocumentNode Document()
    {
        Next<StreamStart>();
        if (Peek() is StreamEnd)
            throw new DocumentException(1, "the document is empty");

        Next<DocumentStart>();
        var root = Node(0);
        Next<DocumentEnd>();
        if (Peek() is not StreamEnd)
            throw new DocumentException(Line(Peek()), "a second document begins here, and only one is read");
        return root;
    }

    private DocumentNode Node(int depth)
    {
        var start = Next<ParsingEvent>();
        if (++_parsed > MostNodes || depth > MostDepth)
            throw new DocumentException(Line(start), $"the document is too large: at most {MostNodes} values are read, and {MostDepth} levels");
        if (start is AnchorAlias alias)
            return _anchors.TryGetValue(alias.Value, out var known) ? known : throw new DocumentException(Line(start), $"the alias *{alias.Value} has no anchor before it");

        DocumentNode node = start switch
        {
            Scalar scalar => Scalar(scalar),
            SequenceStart => List(Line(start), depth),
            _ => Object(Line(start), depth),
        };
        if (node.Size > MostNodes)
            throw new DocumentException(node.Line, $"the document is too large: its aliases stand for more than {MostNodes} values");
        if (start is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new DocumentException(Line(start), $"the tag {tagged.Tag} is not known; there are none");
        if (start is NodeEvent { Anchor: { IsEmpty: false } anchor })
            _anchors[anchor] = node;
        return node;
    }

    private static ScalarNode Scalar(Scalar scalar) => new(Line(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain ? ScalarKinds.Of(scalar.Value) : ScalarKind.Text);

    private ListNode List(int line, int depth)
    {
        var items = new List<DocumentNode>();
        while (Peek() is not SequenceEnd)
            items.Add(Node(depth + 1));
        Next<SequenceEnd>();
        return new ListNode(line, items);
    }

    private ObjectNode Object(int line, int depth)
    {
        var members = new List<DocumentMember>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (Peek() is not MappingEnd)
        {
            var keyLine = Line(Peek());
            if (Node(depth + 1) is not ScalarNode key)
                throw new DocumentException(keyLine, "a key must be a text");

            var value = Node(depth + 1);
            if (keys.Add(key.Text))
                members.Add(new DocumentMember(key.Text, keyLine, value));
            else
                _errors.Add(keyLine, "", $"the key {DocumentErrors.Quoted(key.Text)} is there twice");
        }

        Next<MappingEnd>();
        return new ObjectNode(line, members);
    }

    private static int Line(ParsingEvent at) => (int)Math.Max(1, at.Start.Line);

    private ParsingEvent Peek()
    {
        if (_events.Current is null)
            MoveOn(line: 1);
        return _events.Current ?? throw new DocumentException(1, "the document ends early");
    }

    private T Next<T>()
        where T : ParsingEvent
    {
        var current = Peek() as T ?? throw new DocumentException(Line(Peek()), "the document is not complete here");
        MoveOn(Line(current));
        return current;
    }

    private void MoveOn(int line)
    {
        try
        {
            _events.MoveNext();
        }
        catch (Exception broken) when (broken is not YamlException)
        {
            // On some broken documents the library's own state breaks, and what it throws then says nothing to a person.
            throw new DocumentException(line, "is neither YAML nor JSON from here on");
        }
    }

    private sealed class DocumentException(int line, string message) : Exception(message)
    {
        public int Line { get; } = line;
    }
}
