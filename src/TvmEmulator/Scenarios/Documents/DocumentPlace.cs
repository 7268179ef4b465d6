using System.Globalization;

namespace TvmEmulator.Scenarios.Documents;

/// <summary>Finds the line of a place such as <c>overlay.devices[2].group</c>, for mistakes that are noticed only after a document has been read.</summary>
internal static class DocumentPlace
{
    /// <summary>The line of the place, or of the innermost part on the way there; 1 when there is none.</summary>
    public static int LineOf(string text, string place)
    {
        var node = DocumentParser.Parse(text, new DocumentErrors(source: null));
        var line = node?.Line ?? 1;
        foreach (var step in place.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            (line, node) = Step(node, step.Trim('[', ']'), line);
            if (node is null)
                break;
        }

        return line;
    }

    private static (int Line, DocumentNode? Node) Step(DocumentNode? node, string step, int line) => node switch
    {
        ObjectNode parent when parent.Members.FirstOrDefault(member => member.Key == step) is { } member => (member.Line, member.Value),
        ListNode list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => (list.Items[index].Line, list.Items[index]),
        _ => (line, null),
    };
}
